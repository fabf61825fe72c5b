package io.reelrecs.core.search;

import io.reelrecs.core.kernel.DotKernel;
import io.reelrecs.core.matrix.UnitRows;
import java.util.Arrays;

/** Real rows, and whole numbers too large for 32 bits. */
final class DoubleLaneBlock extends LaneBlock {

  private final UnitRows rows;
  private final Postings postings;
  private final DotKernel kernel;
  private final double[] query;
  private final double[] sums;

  DoubleLaneBlock(UnitRows rows, Postings postings, DotKernel kernel) {
    super(rows, postings, kernel.doubleLanes());
    this.rows = rows;
    this.postings = postings;
    this.kernel = kernel;
    query = new double[flat(rows.columns(), kernel.doubleLanes())];
    sums = new double[flat(rows.rows(), kernel.doubleLanes())];
  }

  @Override
  void put(int at, int position) {
    query[at] = rows.valueAt(position);
  }

  @Override
  void add(int at, int from, int to) {
    kernel.addDoubles(postings.rows, postings.reals, from, to, query, at, sums);
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
