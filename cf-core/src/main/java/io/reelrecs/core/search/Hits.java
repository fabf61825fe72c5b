package io.reelrecs.core.search;

import io.reelrecs.core.matrix.UnitRows;

/**
 * The pairs of a run that reached their cuts. Working memory of one thread.
 *
 * <p>In three steps, so that each is a loop of its own without a branch that nobody can predict:
 * list the pairs, compute their similarities, drop what does not reach the floor of either side.
 * Only what is left is offered.
 */
final class Hits {

  private static final int LANE_BITS = 6;
  private static final int LANE = (1 << LANE_BITS) - 1;

  /** Pairs of a row that are listed without asking how many there are. */
  private static final int AT_ONCE = 4;

  private final NormOrder order;
  private final int lanes;

  /** Row within the run and lane of each pair. */
  private final int[] pair;

  private final double[] cosine;
  private final int[] forLane;
  private final int[] forRow;
  private int count;
  private int firstPosition;

  Hits(NormOrder order, int lanes, int runRows) {
    this.order = order;
    this.lanes = lanes;
    int most = runRows * lanes;
    pair = new int[most + AT_ONCE];
    cosine = new double[most];
    forLane = new int[most];
    forRow = new int[most];
  }

  /** Lists the pairs of a run whose bit is set, among the lanes in use. */
  void collect(long[] passing, int rows, int size) {
    long used = -1L >>> (Long.SIZE - size);
    int end = 0;
    for (int row = 0; row < rows; row++) {
      long bits = passing[row] & used;
      int next = end + Long.bitCount(bits);
      int tag = row << LANE_BITS;
      for (int i = 0; i < AT_ONCE; i++) {
        pair[end + i] = tag | (Long.numberOfTrailingZeros(bits) & LANE);
        bits &= bits - 1;
      }
      for (int i = end + AT_ONCE; i < next; i++) {
        pair[i] = tag | Long.numberOfTrailingZeros(bits);
        bits &= bits - 1;
      }
      end = next;
    }
    count = end;
  }

  /**
   * Computes the similarities of the listed pairs.
   *
   * @param at where the run's sums begin
   * @param firstPosition the position of the run's first row
   */
  void measure(QueryLanes queries, Cuts cuts, BlockSums sums, int at, int firstPosition) {
    this.firstPosition = firstPosition;
    for (int i = 0; i < count; i++) {
      int row = pair[i] >>> LANE_BITS;
      int lane = pair[i] & LANE;
      double dot = cuts.dot(sums, at + row * lanes + lane);
      double squares = order.squaredNorm(firstPosition + row);
      cosine[i] = UnitRows.similarity(dot, queries.squaredNorm(lane), squares);
    }
  }

  /**
   * Offers the listed pairs to the queries' selections.
   *
   * @param pairs whether to the rows' selections as well, and only if the row stands behind the
   *     query
   */
  void offer(QueryLanes queries, Selections selections, boolean pairs) {
    int laneOffers = 0;
    int rowOffers = 0;
    for (int i = 0; i < count; i++) {
      int at = firstPosition + (pair[i] >>> LANE_BITS);
      int lane = pair[i] & LANE;
      int self = queries.position(lane);
      boolean meant = pairs ? at > self : at != self;
      forLane[laneOffers] = i;
      laneOffers += meant && cosine[i] >= selections.floor(queries.selection(lane)) ? 1 : 0;
      if (pairs) {
        forRow[rowOffers] = i;
        rowOffers += meant && cosine[i] >= selections.floor(at) ? 1 : 0;
      }
    }
    for (int j = 0; j < laneOffers; j++) {
      int i = forLane[j];
      int row = order.rowAt(firstPosition + (pair[i] >>> LANE_BITS));
      selections.offer(queries.selection(pair[i] & LANE), row, cosine[i]);
    }
    for (int j = 0; j < rowOffers; j++) {
      int i = forRow[j];
      int row = order.rowAt(queries.position(pair[i] & LANE));
      selections.offer(firstPosition + (pair[i] >>> LANE_BITS), row, cosine[i]);
    }
  }
}
