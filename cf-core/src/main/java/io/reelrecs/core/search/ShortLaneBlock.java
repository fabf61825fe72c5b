package io.reelrecs.core.search;

import io.reelrecs.core.kernel.DotKernel;
import io.reelrecs.core.matrix.UnitRows;
import java.util.Arrays;

/** Whole numbers whose sums lie in [0, 65535]: 16 bits a sum, read as unsigned. */
final class ShortLaneBlock extends LaneBlock {

  private final UnitRows rows;
  private final Postings postings;
  private final DotKernel kernel;
  private final short[] query;
  private final short[] sums;

  ShortLaneBlock(UnitRows rows, Postings postings, DotKernel kernel) {
    super(rows, postings, kernel.shortLanes());
    this.rows = rows;
    this.postings = postings;
    this.kernel = kernel;
    query = new short[flat(rows.columns(), kernel.shortLanes())];
    sums = new short[flat(rows.rows(), kernel.shortLanes())];
  }

  @Override
  void put(int at, int position) {
    query[at] = rows.stepAt(position);
  }

  @Override
  void add(int at, int from, int to) {
    kernel.addShorts(postings.rows, postings.steps, from, to, query, at, sums);
  }

  @Override
  void dots(int row, double[] out) {
    int at = row * lanes();
    for (int lane = 0; lane < lanes(); lane++) {
      out[lane] = Short.toUnsignedInt(sums[at + lane]);
    }
  }

  @Override
  void clearQuery(int from, int to) {
    Arrays.fill(query, from, to, (short) 0);
  }

  @Override
  void clearSums() {
    Arrays.fill(sums, (short) 0);
  }
}
