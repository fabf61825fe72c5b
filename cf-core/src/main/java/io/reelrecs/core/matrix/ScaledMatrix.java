package io.reelrecs.core.matrix;

import java.util.Arrays;

/**
 * A dense matrix of 16-bit whole numbers, each row times a step of its own: 2 bytes an entry.
 * Immutable and thread-safe.
 *
 * <p>Made of floats, an entry is off by at most half a step, and the step is the largest size in
 * its row over 32767. Only an entry that is smaller than half a step, and not 0, is off by more: it
 * becomes one step, so that what is not 0 stays so.
 *
 * <p>Several matrices of one shape may lie beside each other, see {@link JointMatrices}. All
 * arithmetic is exact or in {@code double} and in a fixed order, so that it gives the same bits on
 * every JDK.
 */
public final class ScaledMatrix {

  /** The largest number that an entry is made of; its negative is the smallest. */
  static final int MOST = Short.MAX_VALUE;

  /** The largest step, that of a row with the largest float. */
  static final double MOST_STEP = (double) Float.MAX_VALUE / MOST;

  private final JointMatrices joint;
  private final int offset;

  ScaledMatrix(JointMatrices joint, int offset) {
    this.joint = joint;
    this.offset = offset;
  }

  /**
   * A matrix of these rows, rounded.
   *
   * @param columns number of columns
   * @param rows the rows, each of that length; not kept
   * @throws IllegalArgumentException if a row has another length, or an entry is NaN or infinite
   */
  public static ScaledMatrix ofRows(int columns, float[][] rows) {
    double[] steps = new double[rows.length];
    for (int row = 0; row < rows.length; row++) {
      steps[row] = largest(row, rows[row], columns) / MOST;
    }
    return rounded(columns, rows, steps);
  }

  /**
   * A symmetric matrix of these rows, rounded with one step for all, so that it stays symmetric.
   *
   * @param rows the rows, as many as each is long; not kept
   * @throws IllegalArgumentException if a row has another length, or an entry is NaN or infinite
   */
  public static ScaledMatrix ofSymmetric(float[][] rows) {
    double largest = 0;
    for (int row = 0; row < rows.length; row++) {
      largest = Math.max(largest, largest(row, rows[row], rows.length));
    }
    double[] steps = new double[rows.length];
    Arrays.fill(steps, largest / MOST);
    return rounded(rows.length, rows, steps);
  }

  private static double largest(int row, float[] values, int columns) {
    if (values.length != columns) {
      throw new IllegalArgumentException(
          "rows must have " + columns + " entries, actual: " + values.length);
    }
    float largest = 0;
    float sum = 0;
    for (float value : values) {
      largest = Math.max(largest, Math.abs(value));
      sum += value * 0; // 0 for a finite value alone
    }
    if (sum != 0) {
      throw new IllegalArgumentException("entries must be finite, actual: not so in row " + row);
    }
    return largest;
  }

  private static ScaledMatrix rounded(int columns, float[][] rows, double[] steps) {
    Cells cells = Cells.zeros(rows.length, columns);
    for (int row = 0; row < rows.length; row++) {
      if (steps[row] > 0) {
        round(rows[row], 1 / steps[row], cells.block(row), cells.start(row));
      }
    }
    return JointMatrices.of(cells, new double[][] {steps}, JointMatrices.inOrder(columns))
        .matrix(0);
  }

  private static void round(float[] values, double perStep, short[] numbers, int start) {
    for (int column = 0; column < values.length; column++) {
      double exact = values[column] * perStep;
      double rounded = Math.rint(exact);
      numbers[start + column] = (short) (rounded == 0 ? Math.signum(exact) : rounded);
    }
  }

  /** The number of rows. */
  public int rows() {
    return joint.rows();
  }

  /** The number of columns. */
  public int columns() {
    return joint.columns();
  }

  /** What the numbers of a row are multiplied by; at least 0. */
  public double step(int row) {
    return joint.step(offset, row);
  }

  /** An entry. */
  public double at(int row, int column) {
    return joint.number(offset, row, column) * step(row);
  }

  /** The matrices that lie beside this one, and this; it alone unless they were put there. */
  public JointMatrices joint() {
    return joint;
  }

  int offset() {
    return offset;
  }

  /**
   * Copies some entries of a row, as floats.
   *
   * @param column the columns, {@code size} of them
   * @param target filled up to {@code size}
   */
  public void gather(int row, int[] column, int size, float[] target) {
    joint.gather(offset, row, column, size, target);
  }

  /** Adds a multiple of a row to {@code sums}, entry by entry. */
  public void addRow(int row, double factor, double[] sums) {
    joint.addRow(offset, row, factor * step(row), sums);
  }

  /** Whether shape, numbers and steps are the same; how they lie in memory is no matter. */
  @Override
  public boolean equals(Object other) {
    if (!(other instanceof ScaledMatrix that)
        || rows() != that.rows()
        || columns() != that.columns()) {
      return false;
    }
    for (int row = 0; row < rows(); row++) {
      if (Double.compare(step(row), that.step(row)) != 0) {
        return false;
      }
      for (int column = 0; column < columns(); column++) {
        if (joint.number(offset, row, column) != that.joint.number(that.offset, row, column)) {
          return false;
        }
      }
    }
    return true;
  }

  @Override
  public int hashCode() {
    int hash = columns();
    for (int row = 0; row < rows(); row++) {
      hash = 31 * hash + Double.hashCode(step(row));
      for (int column = 0; column < columns(); column++) {
        hash = 31 * hash + joint.number(offset, row, column);
      }
    }
    return hash;
  }

  @Override
  public String toString() {
    return "ScaledMatrix[" + rows() + " x " + columns() + "]";
  }
}
