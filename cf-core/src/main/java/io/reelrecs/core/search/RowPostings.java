package io.reelrecs.core.search;

import io.reelrecs.core.kernel.RowWalk;
import io.reelrecs.core.matrix.RatingMatrix;
import io.reelrecs.core.matrix.UnitRows;

/**
 * The rows by position, each a run of postings in ascending columns, for a {@link RowWalk}. Costs 4
 * (small whole values) or 12 (others) bytes a rating. Immutable.
 */
final class RowPostings {

  private final int[] start;
  private final int[] postings;
  private final double[] values;

  /**
   * Copies the rows.
   *
   * @param bytes whether every value is whole and in {@code [0, 255]}
   */
  RowPostings(UnitRows rows, NormOrder order, boolean bytes) {
    RatingMatrix matrix = rows.matrix();
    start = new int[order.size() + 1];
    postings = new int[matrix.size()];
    values = bytes ? null : new double[matrix.size()];
    int at = 0;
    for (int position = 0; position < order.size(); position++) {
      int row = order.rowAt(position);
      for (int p = matrix.rowStart(row); p < matrix.rowEnd(row); p++) {
        postings[at] = RowWalk.posting(matrix.movieAt(p), bytes ? rows.stepAt(p) : 0);
        if (!bytes) {
          values[at] = rows.valueAt(p);
        }
        at++;
      }
      start[position + 1] = at;
    }
  }

  /** Where the postings of a position begin. */
  int from(int position) {
    return start[position];
  }

  /** Where they end. */
  int to(int position) {
    return start[position + 1];
  }

  /** The column of a posting. */
  int columnAt(int p) {
    return postings[p] >>> Byte.SIZE;
  }

  /** The value of a posting. */
  double valueAt(int p) {
    return values == null ? postings[p] & RowWalk.MOST_VALUE : values[p];
  }

  /** The postings, see {@link RowWalk}. */
  int[] postings() {
    return postings;
  }

  /** The values, at the postings' places; null if the postings hold them. */
  double[] values() {
    return values;
  }
}
