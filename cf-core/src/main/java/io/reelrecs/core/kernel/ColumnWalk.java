package io.reelrecs.core.kernel;

/**
 * The dot products of one query with many rows, a column at a time: for each posting (row, value)
 * of the column, {@code sums[row] += query's value * value}. Plain Java; zeros cost nothing.
 *
 * <p>A posting is one {@code int}: the row in the upper 16 bits, the value as a signed whole number
 * in the lower 16. For sums see {@link Kernel}.
 */
public final class ColumnWalk {

  private ColumnWalk() {}

  /** Adds the postings {@code from .. to - 1} of a column to 16-bit sums. */
  public static void addShorts(int[] postings, int from, int to, short query, short[] sums) {
    for (int p = from; p < to; p++) {
      int posting = postings[p];
      sums[posting >>> 16] += (short) (query * (short) posting);
    }
  }

  /** Adds the postings {@code from .. to - 1} of a column to {@code double} sums. */
  public static void addDoubles(int[] postings, int from, int to, double query, double[] sums) {
    for (int p = from; p < to; p++) {
      int posting = postings[p];
      sums[posting >>> 16] += query * (short) posting;
    }
  }

  /** The same for real values: those of the postings stand in {@code values}, at their places. */
  public static void addReals(
      int[] postings, double[] values, int from, int to, double query, double[] sums) {
    for (int p = from; p < to; p++) {
      sums[postings[p] >>> 16] += query * values[p];
    }
  }
}
