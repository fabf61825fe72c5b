package io.reelrecs.core.search;

import io.reelrecs.core.kernel.DotKernel;
import io.reelrecs.core.matrix.UnitRows;
import java.util.Arrays;

/** Whole numbers whose sums fit 32 bits. */
final class IntLaneBlock extends LaneBlock {

  private final UnitRows rows;
  private final Postings postings;
  private final DotKernel kernel;
  private final int[] query;
  private final int[] sums;

  IntLaneBlock(UnitRows rows, Postings postings, DotKernel kernel) {
    super(rows, postings, kernel.intLanes());
    this.rows = rows;
    this.postings = postings;
    this.kernel = kernel;
    query = new int[flat(rows.columns(), kernel.intLanes())];
    sums = new int[flat(rows.rows(), kernel.intLanes())];
  }

  @Override
  void put(int at, int position) {
    query[at] = rows.stepAt(position);
  }

  @Override
  void add(int at, int from, int to) {
    kernel.addInts(postings.rows, postings.steps, from, to, query, at, sums);
  }

  @Override
  void dots(int row, double[] out) {
    int at = row * lanes();
    for (int lane = 0; lane < lanes(); lane++) {
      out[lane] = sums[at + lane];
    }
  }

  @Override
  void clearQuery(int from, int to) {
    Arrays.fill(query, from, to, 0);
  }

  @Override
  void clearSums() {
    Arrays.fill(sums, 0);
  }
}
