package io.reelrecs.core.matrix;

import java.util.ArrayList;
import java.util.List;

/**
 * A dense matrix of finite floats, by row. Immutable and thread-safe; 4 bytes an entry.
 *
 * <p>Several matrices of one shape may be {@linkplain #interleaved interleaved}: entries of one
 * place lie beside each other, so that those who look at all of them wait for memory once.
 *
 * <p>Sums over a row are taken in {@code double} and in the order given, so that they are the same
 * bits on every JDK.
 */
public final class FloatMatrix {

  private final int columns;
  private final float[][] rows;

  /** Entry (i, j) is {@code rows[i][j * stride + offset]}. */
  private final int stride;

  private final int offset;

  private FloatMatrix(int columns, float[][] rows, int stride, int offset) {
    this.columns = columns;
    this.rows = rows;
    this.stride = stride;
    this.offset = offset;
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
    return new FloatMatrix(columns, rows, 1, 0);
  }

  /**
   * The same matrices, sharing memory so that their entries of one place lie beside each other.
   *
   * @param matrices of one shape, at least one
   * @return equal ones, in their order; the given ones themselves if they share memory already
   * @throws IllegalArgumentException if the shapes differ
   */
  public static List<FloatMatrix> interleaved(List<FloatMatrix> matrices) {
    FloatMatrix first = matrices.get(0);
    boolean shared = true;
    for (FloatMatrix matrix : matrices) {
      if (matrix.rows() != first.rows() || matrix.columns != first.columns) {
        throw new IllegalArgumentException(
            "matrices must be of one shape, actual: " + first + " and " + matrix);
      }
      shared &= matrix.rows == first.rows;
    }
    if (shared) {
      return matrices;
    }
    int stride = matrices.size();
    float[][] rows = new float[first.rows()][Math.multiplyExact(stride, first.columns)];
    List<FloatMatrix> made = new ArrayList<>(stride);
    for (int offset = 0; offset < stride; offset++) {
      made.add(new FloatMatrix(first.columns, rows, stride, offset));
    }
    for (int row = 0; row < rows.length; row++) {
      for (int offset = 0; offset < stride; offset++) {
        matrices.get(offset).copyRow(row, rows[row], stride, offset);
      }
    }
    return made;
  }

  private void copyRow(int row, float[] target, int targetStride, int targetOffset) {
    float[] entries = rows[row];
    for (int column = 0; column < columns; column++) {
      target[column * targetStride + targetOffset] = entries[column * stride + offset];
    }
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
    float[] copy = new float[columns];
    copyRow(row, copy, 1, 0);
    return copy;
  }

  /** An entry. */
  public float at(int row, int column) {
    return rows[row][column * stride + offset];
  }

  /**
   * The sum of some entries of a row, weighted: {@code sum(at(row, column[p]) weight[p])} over
   * {@code p < size}.
   */
  public double weightedSum(int row, int[] column, double[] weight, int size) {
    float[] entries = rows[row];
    double sum = 0;
    for (int p = 0; p < size; p++) {
      sum += entries[column[p] * stride + offset] * weight[p];
    }
    return sum;
  }

  /** The sum of some entries of a row, in the order given. */
  public double sum(int row, int[] column, int size) {
    float[] entries = rows[row];
    double sum = 0;
    for (int p = 0; p < size; p++) {
      sum += entries[column[p] * stride + offset];
    }
    return sum;
  }

  /** How many of some entries of a row are not 0. */
  public int countNonZero(int row, int[] column, int size) {
    float[] entries = rows[row];
    int count = 0;
    for (int p = 0; p < size; p++) {
      count += entries[column[p] * stride + offset] != 0 ? 1 : 0;
    }
    return count;
  }

  /** Adds a multiple of a row to {@code sums}, entry by entry. */
  public void addRow(int row, double factor, double[] sums) {
    float[] entries = rows[row];
    if (stride == 1) { // a loop of its own, which the compiler turns into vector instructions
      for (int column = 0; column < entries.length; column++) {
        sums[column] += factor * entries[column];
      }
    } else {
      for (int column = 0; column < columns; column++) {
        sums[column] += factor * entries[column * stride + offset];
      }
    }
  }

  /** Whether the shape and all entries are the same bits; how they lie in memory is no matter. */
  @Override
  public boolean equals(Object other) {
    if (!(other instanceof FloatMatrix that)
        || columns != that.columns
        || rows.length != that.rows.length) {
      return false;
    }
    for (int row = 0; row < rows.length; row++) {
      for (int column = 0; column < columns; column++) {
        if (Float.floatToIntBits(at(row, column)) != Float.floatToIntBits(that.at(row, column))) {
          return false;
        }
      }
    }
    return true;
  }

  @Override
  public int hashCode() {
    int hash = columns;
    for (int row = 0; row < rows.length; row++) {
      for (int column = 0; column < columns; column++) {
        hash = 31 * hash + Float.floatToIntBits(at(row, column));
      }
    }
    return hash;
  }

  @Override
  public String toString() {
    return "FloatMatrix[" + rows.length + " x " + columns + "]";
  }
}
