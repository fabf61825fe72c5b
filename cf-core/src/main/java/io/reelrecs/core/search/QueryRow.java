package io.reelrecs.core.search;

import io.reelrecs.core.matrix.RatingMatrix;
import io.reelrecs.core.matrix.UnitRows;

/**
 * The values of one query by ascending column, copied from a row or given. Working memory of one
 * thread; used again and again.
 */
final class QueryRow {

  private int[] column = {};
  private double[] value = {};
  private int size;

  /** Takes a row's values. */
  void load(UnitRows rows, int row) {
    RatingMatrix matrix = rows.matrix();
    int from = matrix.rowStart(row);
    reserve(matrix.rowLength(row));
    for (int i = 0; i < size; i++) {
      column[i] = matrix.movieAt(from + i);
      value[i] = rows.valueAt(from + i);
    }
  }

  /** Takes the first values of these. */
  void load(int[] columns, double[] values, int count) {
    reserve(count);
    System.arraycopy(columns, 0, column, 0, count);
    System.arraycopy(values, 0, value, 0, count);
  }

  private void reserve(int count) {
    size = count;
    if (column.length < count) {
      int capacity = count + count / 2;
      column = new int[capacity];
      value = new double[capacity];
    }
  }

  /** How many values there are. */
  int size() {
    return size;
  }

  /** The i-th column. */
  int column(int i) {
    return column[i];
  }

  /** The i-th value. */
  double value(int i) {
    return value[i];
  }
}
