package io.reelrecs.core.search;

import io.reelrecs.core.matrix.UnitRows;
import java.util.Arrays;

/**
 * The rows by descending norm, which is how a search sees them: a row's <em>position</em> is its
 * place in this order.
 *
 * <p>Rows that are alike in norm then stand together. A block of queries meets rows of a narrow
 * range of norms at a time, so that one cut serves many of them, and whole tiles are proven to fit
 * into 16 bits. And as norms grow with lengths, a search of all pairs that takes each pair from the
 * longer row's side has the least to walk.
 */
final class NormOrder {

  private final int[] rowAt;
  private final int[] positionOf;
  private final double[] norm;
  private final double[] squaredNorm;

  NormOrder(UnitRows rows) {
    int n = rows.rows();
    rowAt = descending(rows);
    positionOf = new int[n];
    norm = new double[n];
    squaredNorm = new double[n];
    for (int position = 0; position < n; position++) {
      int row = rowAt[position];
      positionOf[row] = position;
      squaredNorm[position] = rows.squaredNorm(row);
      norm[position] = Math.sqrt(squaredNorm[position]);
    }
  }

  /** Rows by squared norm, rounded to a float, descending, then by index: one sort of longs. */
  private static int[] descending(UnitRows rows) {
    long[] keys = new long[rows.rows()];
    for (int row = 0; row < keys.length; row++) {
      int order = Float.floatToRawIntBits((float) rows.squaredNorm(row));
      keys[row] = (long) (Integer.MAX_VALUE - order) << Integer.SIZE | row;
    }
    Arrays.sort(keys);
    int[] result = new int[keys.length];
    for (int position = 0; position < result.length; position++) {
      result[position] = (int) keys[position];
    }
    return result;
  }

  /** The number of rows. */
  int size() {
    return rowAt.length;
  }

  /** The row at a position. */
  int rowAt(int position) {
    return rowAt[position];
  }

  /** The position of a row. */
  int positionOf(int row) {
    return positionOf[row];
  }

  /** The norm of the row at a position. */
  double norm(int position) {
    return norm[position];
  }

  /** The squared norm of the row at a position. */
  double squaredNorm(int position) {
    return squaredNorm[position];
  }

  /**
   * The position from which on norms are below this one, nearly: where a row of that norm would
   * have its like.
   */
  int near(double norm) {
    int from = 0;
    int to = size();
    while (from < to) {
      int middle = (from + to) >>> 1;
      if (this.norm[middle] > norm) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    return Math.min(from, Math.max(0, size() - 1));
  }
}
