package io.reelrecs.core.search;

import io.reelrecs.core.matrix.UnitRows;
import io.reelrecs.core.topk.TopK;

/**
 * Searches for one block of queries: dot products by the kernel, then a selection that looks at
 * each of them once and touches a heap only where a dot product can make it.
 *
 * <p>The test of a dot product is {@code dot / |v| >= cut}, the cut being the k-th best similarity
 * so far times {@code |u|}, less a margin that is far above rounding (a few 1e-16) and far below
 * anything that matters: it lets too much pass, never too little. What passes is compared exactly.
 */
final class BlockSearch {

  private static final double MARGIN = 1e-12;

  private final UnitRows rows;
  private final double[] inverseNorm;
  private final LaneBlock block;
  private final double[] dots;
  private final double[] cut;

  BlockSearch(UnitRows rows, double[] inverseNorm, LaneBlock block) {
    this.rows = rows;
    this.inverseNorm = inverseNorm;
    this.block = block;
    dots = new double[block.lanes()];
    cut = new double[block.lanes()];
  }

  /** Fills one empty selection per query, sorted; at most as many queries as the block holds. */
  void run(int[] queries, TopK[] best) {
    for (int lane = 0; lane < queries.length; lane++) {
      block.load(lane, queries[lane]);
      cut[lane] = Double.NEGATIVE_INFINITY;
    }
    block.accumulate();
    for (int row = 0; row < rows.rows(); row++) {
      select(row, queries, best);
    }
    for (int lane = 0; lane < queries.length; lane++) {
      best[lane].sort();
    }
    block.clear();
  }

  private void select(int row, int[] queries, TopK[] best) {
    block.dots(row, dots);
    double inverse = inverseNorm[row];
    for (int lane = 0; lane < queries.length; lane++) {
      if (dots[lane] * inverse >= cut[lane] && queries[lane] != row) {
        TopK selection = best[lane];
        selection.offer(row, rows.cosine(dots[lane], queries[lane], row));
        cut[lane] = cut(selection.threshold(), Math.sqrt(rows.squaredNorm(queries[lane])));
      }
    }
  }

  private static double cut(double similarity, double norm) {
    double exact = similarity == Double.NEGATIVE_INFINITY ? similarity : similarity * norm;
    return exact - Math.abs(exact) * MARGIN;
  }
}
