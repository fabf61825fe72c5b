package io.reelrecs.core.search;

import io.reelrecs.core.kernel.Kernel;
import java.util.Arrays;

/**
 * Tells from the first rows that a block meets how high a floor may be at least, before any of them
 * is offered: half of all offers would otherwise be made while a selection fills up.
 *
 * <p>Rows are taken in groups of a few that are alike in norm. If k groups have a row of at least
 * this similarity, the k-th best is at least that. The highest such similarity is found for all
 * lanes at once by halving, with whole numbers and without a branch. Working memory of one thread.
 */
final class FirstLook {

  /** Rows in a group: so few that two of the best seldom meet in one. */
  private static final int GROUP = 4;

  /** Similarities times the lane's norm, as whole numbers: at most 2^16 times this. */
  private static final int UNIT = 1 << 14;

  /** Halvings: to a thousandth of the range. */
  private static final int STEPS = 10;

  private final NormOrder order;
  private final int lanes;
  private final int[] best;
  private final int[] low;
  private final int[] step;
  private final int[] reached;
  private int groups;

  FirstLook(NormOrder order, int lanes, int mostRows) {
    this.order = order;
    this.lanes = lanes;
    best = new int[mostRows / GROUP * lanes];
    low = new int[lanes];
    step = new int[lanes];
    reached = new int[lanes];
  }

  /**
   * Takes in the rows of a first look.
   *
   * @param sums 16-bit sums of the block with rows in the order of norms; a query's with itself is
   *     0
   * @param at where they begin
   * @param rows how many rows
   * @param first the position of the first row
   */
  void collect(short[] sums, int at, int rows, int first) {
    groups = rows / GROUP;
    for (int group = 0; group < groups; group++) {
      double largest = order.norm(first + group * GROUP);
      best(sums, at + group * GROUP * lanes, largest > 0 ? UNIT / largest : 0, group * lanes);
    }
  }

  /** Raises the floors of the queries' selections to what that tells. */
  void raise(QueryLanes queries, Selections selections) {
    if (groups < selections.k()) {
      return;
    }
    halve(selections.k());
    for (int lane = 0; lane < queries.size(); lane++) {
      if (low[lane] > 0) {
        double floor = low[lane] / (queries.norm(lane) * UNIT);
        selections.raise(queries.selection(lane), floor - floor * Cuts.MARGIN);
      }
    }
  }

  /** The best of a group for each lane, over the largest norm of the group. */
  private void best(short[] sums, int at, double scale, int to) {
    for (int lane = 0; lane < lanes; lane++) {
      int most = Kernel.ZERO;
      for (int row = 0; row < GROUP; row++) {
        most = Math.max(most, sums[at + row * lanes + lane]);
      }
      best[to + lane] = (int) ((most - Kernel.ZERO) * scale);
    }
  }

  /** Finds for each lane the highest number that k groups reach. */
  private void halve(int k) {
    Arrays.fill(step, 0);
    for (int i = 0; i < groups * lanes; i += lanes) {
      for (int lane = 0; lane < lanes; lane++) {
        step[lane] = Math.max(step[lane], best[i + lane]);
      }
    }
    Arrays.fill(low, 0);
    for (int round = 0; round < STEPS; round++) {
      Arrays.fill(reached, 0);
      for (int lane = 0; lane < lanes; lane++) {
        step[lane] = (step[lane] + 1) >>> 1;
      }
      for (int i = 0; i < groups * lanes; i += lanes) {
        for (int lane = 0; lane < lanes; lane++) {
          reached[lane] += (low[lane] + step[lane] - 1 - best[i + lane]) >>> 31; // 1 if it does
        }
      }
      for (int lane = 0; lane < lanes; lane++) {
        low[lane] += reached[lane] >= k ? step[lane] : 0;
      }
    }
  }
}
