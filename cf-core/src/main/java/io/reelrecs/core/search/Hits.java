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
  private int[] position;
  private int[] selection;
  private double[] squaredNorm;

  /** Row within the run and lane of each pair. */
  private final int[] pair;

  private final double[] cosine;
  private final int[] forLane;
  private final int[] forRow;
  private int count;
  private int firstPosition;

  Hits(NormOrder order, int most) {
    this.order = order;
    pair = new int[most + AT_ONCE];
    cosine = new double[most];
    forLane = new int[most];
    forRow = new int[most];
  }

  /** Takes over what belongs to each lane: the arrays are read whenever they are needed. */
  void load(int[] position, int[] selection, double[] squaredNorm) {
    this.position = position;
    this.selection = selection;
    this.squaredNorm = squaredNorm;
  }

  /** Lists the pairs of a run whose bit is set, among the first {@code lanes} lanes. */
  void collect(long[] passing, int rows, int lanes) {
    long used = -1L >>> (Long.SIZE - lanes);
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
  void measure(Cuts cuts, BlockSums sums, int at, int lanes, int firstPosition) {
    this.firstPosition = firstPosition;
    for (int i = 0; i < count; i++) {
      int row = pair[i] >>> LANE_BITS;
      int lane = pair[i] & LANE;
      double dot = cuts.dot(sums, at + row * lanes + lane);
      cosine[i] =
          UnitRows.similarity(dot, squaredNorm[lane], order.squaredNorm(firstPosition + row));
    }
  }

  /**
   * Offers the listed pairs to the queries' selections.
   *
   * @param pairs whether to the rows' selections as well, and only if the row stands behind the
   *     query
   */
  void offer(Selections selections, boolean pairs) {
    int lanes = 0;
    int rows = 0;
    for (int i = 0; i < count; i++) {
      int at = firstPosition + (pair[i] >>> LANE_BITS);
      int lane = pair[i] & LANE;
      boolean meant = pairs ? at > position[lane] : at != position[lane];
      forLane[lanes] = i;
      lanes += meant & cosine[i] >= selections.floor(selection[lane]) ? 1 : 0;
      if (pairs) {
        forRow[rows] = i;
        rows += meant & cosine[i] >= selections.floor(at) ? 1 : 0;
      }
    }
    for (int j = 0; j < lanes; j++) {
      int i = forLane[j];
      int row = order.rowAt(firstPosition + (pair[i] >>> LANE_BITS));
      selections.offer(selection[pair[i] & LANE], row, cosine[i]);
    }
    for (int j = 0; j < rows; j++) {
      int i = forRow[j];
      int row = order.rowAt(position[pair[i] & LANE]);
      selections.offer(firstPosition + (pair[i] >>> LANE_BITS), row, cosine[i]);
    }
  }
}
