package io.reelrecs.core.matrix;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * Matrices of one shape that lie in memory beside each other: the entries of one place are one
 * cell, so that those who look at all of them wait for memory once. The cells of a row may stand in
 * any order; with the columns that are looked at most in front, what is looked at lies together.
 *
 * <p>Immutable and thread-safe; 2 bytes an entry.
 */
public final class JointMatrices {

  private final Cells cells;

  /** By matrix and row. */
  private final double[][] steps;

  /** The columns, in the order in which their cells stand. */
  private final int[] order;

  /** By column, where in a row its cell begins. */
  private final int[] place;

  /** Whether a row is that of one matrix, as it is numbered. */
  private final boolean inOrder;

  private JointMatrices(Cells cells, double[][] steps, int[] order) {
    this.cells = cells;
    this.steps = steps;
    this.order = order;
    place = new int[order.length];
    for (int i = 0; i < order.length; i++) {
      place[order[i]] = i * steps.length;
    }
    inOrder = steps.length == 1 && Arrays.equals(order, inOrder(order.length));
  }

  static JointMatrices of(Cells cells, double[][] steps, int[] order) {
    return new JointMatrices(cells, steps, order);
  }

  /**
   * Matrices whose numbers come from somewhere else.
   *
   * @param steps by matrix and row, what the numbers of the row are multiplied by; kept
   * @param order the columns, in the order in which their cells stand; kept
   * @param source asked for the numbers: row after row, cell after cell, matrix after matrix
   * @throws IllegalArgumentException if a step is not in {@code [0, Float.MAX_VALUE / 32767]}, or
   *     the columns are not {@code 0 .. n - 1}, each once; both before the source is asked
   */
  public static <E extends Exception> JointMatrices read(
      double[][] steps, int[] order, NumberTransfer<E> source) throws E {
    for (double[] ofMatrix : steps) {
      for (double step : ofMatrix) {
        if (!(step >= 0 && step <= ScaledMatrix.MOST_STEP)) {
          throw new IllegalArgumentException(
              "a step must be in [0, " + ScaledMatrix.MOST_STEP + "], actual: " + step);
        }
      }
    }
    checkOrder(order);
    int rowLength = Math.multiplyExact(order.length, steps.length);
    return new JointMatrices(Cells.filled(steps[0].length, rowLength, source), steps, order);
  }

  private static void checkOrder(int[] order) {
    boolean[] seen = new boolean[order.length];
    for (int column : order) {
      if (column < 0 || column >= order.length || seen[column]) {
        throw new IllegalArgumentException(
            "columns must be 0 to "
                + (order.length - 1)
                + ", each once, actual: "
                + column
                + (column < 0 || column >= order.length ? "" : " twice"));
      }
      seen[column] = true;
    }
  }

  /**
   * The same matrices beside each other.
   *
   * @param matrices of one shape, at least one
   * @param order the columns, in the order in which their cells are to stand; kept
   * @return equal ones, in their order; those that the given ones are already, if they are so
   * @throws IllegalArgumentException if the shapes differ, or the columns are not those
   */
  public static JointMatrices of(List<ScaledMatrix> matrices, int[] order) {
    ScaledMatrix first = matrices.get(0);
    boolean done = first.joint().size() == matrices.size();
    for (int i = 0; i < matrices.size(); i++) {
      ScaledMatrix matrix = matrices.get(i);
      if (matrix.rows() != first.rows() || matrix.columns() != first.columns()) {
        throw new IllegalArgumentException(
            "matrices must be of one shape, actual: " + first + " and " + matrix);
      }
      done &= matrix.joint() == first.joint() && matrix.offset() == i;
    }
    if (order.length != first.columns()) {
      throw new IllegalArgumentException(
          "the order must be of " + first.columns() + " columns, actual: " + order.length);
    }
    if (done && Arrays.equals(order, first.joint().order)) {
      return first.joint();
    }
    checkOrder(order);
    int size = matrices.size();
    double[][] steps = new double[size][];
    Cells cells = Cells.zeros(first.rows(), Math.multiplyExact(size, order.length));
    for (int i = 0; i < size; i++) {
      JointMatrices from = matrices.get(i).joint();
      int offset = matrices.get(i).offset();
      steps[i] = from.steps[offset].clone();
      for (int row = 0; row < cells.rows(); row++) {
        from.copyRow(offset, row, order, cells.block(row), cells.start(row) + i, size);
      }
    }
    return new JointMatrices(cells, steps, order);
  }

  private void copyRow(
      int offset, int row, int[] columns, short[] target, int targetStart, int stride) {
    short[] numbers = cells.block(row);
    int start = cells.start(row) + offset;
    int at = targetStart;
    for (int column : columns) {
      target[at] = numbers[start + place[column]];
      at += stride;
    }
  }

  /** The columns as they are numbered. */
  static int[] inOrder(int columns) {
    int[] order = new int[columns];
    Arrays.setAll(order, column -> column);
    return order;
  }

  /** How many matrices there are. */
  public int size() {
    return steps.length;
  }

  /** One of them, from 0. */
  public ScaledMatrix matrix(int i) {
    return new ScaledMatrix(this, Objects.checkIndex(i, size()));
  }

  /** The columns, in the order in which their cells stand; a copy. */
  public int[] order() {
    return order.clone();
  }

  /** Hands on all numbers, in the order in which {@link #read} asks for them. */
  public <E extends Exception> void handTo(NumberTransfer<E> target) throws E {
    cells.handTo(target);
  }

  int rows() {
    return steps[0].length;
  }

  int columns() {
    return order.length;
  }

  double step(int matrix, int row) {
    return steps[matrix][row];
  }

  short number(int matrix, int row, int column) {
    return cells.block(row)[cells.start(row) + place[column] + matrix];
  }

  void gather(int matrix, int row, int[] column, int size, float[] target) {
    short[] numbers = cells.block(row);
    int start = cells.start(row) + matrix;
    double step = steps[matrix][row];
    for (int p = 0; p < size; p++) {
      target[p] = (float) (numbers[start + place[column[p]]] * step);
    }
  }

  void addRow(int matrix, int row, double factor, double[] sums) {
    short[] numbers = cells.block(row);
    int at = cells.start(row) + matrix;
    if (inOrder) { // a loop of its own, which the compiler can do more with
      for (int column = 0; column < order.length; column++) {
        sums[column] += factor * numbers[at + column];
      }
      return;
    }
    for (int column : order) {
      sums[column] += factor * numbers[at];
      at += steps.length;
    }
  }

  Cells cells() {
    return cells;
  }

  /**
   * Where in a row the cells of some columns begin, for {@link JointSums}.
   *
   * @param places filled up to {@code size}
   */
  public void places(int[] column, int size, int[] places) {
    for (int p = 0; p < size; p++) {
      places[p] = place[column[p]];
    }
  }
}
