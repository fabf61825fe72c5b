package io.reelrecs.core.matrix;

import java.util.Arrays;

/**
 * A dense matrix of finite floats, by row. Immutable and thread-safe; 4 bytes an entry.
 *
 * <p>Sums over a row are taken in {@code double} and in the order given, so that they are the same
 * bits on every JDK.
 */
public final class FloatMatrix {

  private final int columns;
  private final float[][] rows;

  private FloatMatrix(int columns, float[][] rows) {
    this.columns = columns;
    this.rows = rows;
  }

  /**
   * A matrix of these rows.
   *
   * @param columns number of columns
   * @param rows the rows, each of that length; kept, and not to be changed afterwards
   * @throws IllegalArgumentException if a row has another length, or an entry is NaN or infinite
   */
  public static FloatMatrix ofRows(int columns, float[][] rows) {
    for (int row = 0; row < rows.length; row++) {
      if (rows[row].length != columns) {
        throw new IllegalArgumentException(
            "rows must have " + columns + " entries, actual: " + rows[row].length);
      }
      if (!finite(rows[row])) {
        throw new IllegalArgumentException("entries must be finite, actual: not so in row " + row);
      }
    }
    return new FloatMatrix(columns, rows);
  }

  /** Whether all are finite: 0 x is 0 for a finite x alone, and NaN otherwise. */
  private static boolean finite(float[] values) {
    float sum = 0;
    for (float value : values) {
      sum += value * 0;
    }
    return sum == 0;
  }

  /** The number of rows. */
  public int rows() {
    return rows.length;
  }

  /** The number of columns. */
  public int columns() {
    return columns;
  }

  /** A row; a copy, for those who write it away. */
  public float[] row(int row) {
    return rows[row].clone();
  }

  /** An entry. */
  public float at(int row, int column) {
    return rows[row][column];
  }

  /**
   * The sum of some entries of a row, weighted: {@code sum(at(row, column[p]) weight[p])} over
   * {@code p < size}.
   */
  public double weightedSum(int row, int[] column, double[] weight, int size) {
    float[] entries = rows[row];
    double sum = 0;
    for (int p = 0; p < size; p++) {
      sum += entries[column[p]] * weight[p];
    }
    return sum;
  }

  /** The sum of some entries of a row, in the order given. */
  public double sum(int row, int[] column, int size) {
    float[] entries = rows[row];
    double sum = 0;
    for (int p = 0; p < size; p++) {
      sum += entries[column[p]];
    }
    return sum;
  }

  /** How many of some entries of a row are not 0. */
  public int countNonZero(int row, int[] column, int size) {
    float[] entries = rows[row];
    int count = 0;
    for (int p = 0; p < size; p++) {
      count += entries[column[p]] != 0 ? 1 : 0;
    }
    return count;
  }

  /** Adds a multiple of a row to {@code sums}, entry by entry. */
  public void addRow(int row, double factor, double[] sums) {
    float[] entries = rows[row];
    for (int column = 0; column < entries.length; column++) {
      sums[column] += factor * entries[column];
    }
  }

  /** Whether the shape and all entries are the same bits. */
  @Override
  public boolean equals(Object other) {
    return other instanceof FloatMatrix that
        && columns == that.columns
        && Arrays.deepEquals(rows, that.rows);
  }

  @Override
  public int hashCode() {
    return Arrays.deepHashCode(rows) * 31 + columns;
  }

  @Override
  public String toString() {
    return "FloatMatrix[" + rows.length + " x " + columns + "]";
  }
}
