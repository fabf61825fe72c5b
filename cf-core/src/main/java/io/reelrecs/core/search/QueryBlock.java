package io.reelrecs.core.search;

import io.reelrecs.core.matrix.RatingMatrix;
import io.reelrecs.core.matrix.UnitRows;
import java.util.Arrays;

/**
 * The queries of a block, a lane for each, and the columns that some of them has a value in, by
 * ascending column: for the i-th of these, lane {@code l}'s value stands at {@code i * lanes + l}.
 *
 * <p>Working memory of one thread; used again and again.
 */
final class QueryBlock {

  private final int lanes;
  private final boolean integral;

  /** One bit per column that some lane has a value in. */
  private final long[] used;

  /** Where the lanes of a column in use begin. */
  private final int[] place;

  private final int[] column;
  private int columns;
  private short[] steps = {};
  private double[] values = {};
  private boolean widened;

  QueryBlock(UnitRows rows, int lanes) {
    this.lanes = lanes;
    integral = rows.integral();
    used = new long[(rows.columns() + Long.SIZE - 1) / Long.SIZE];
    place = new int[rows.columns()];
    column = new int[rows.columns()];
  }

  /** Makes rows the queries of the first lanes, as many as there are. */
  void load(UnitRows rows, int[] queries, int from, int to) {
    RatingMatrix matrix = rows.matrix();
    for (int i = from; i < to; i++) {
      for (int p = matrix.rowStart(queries[i]); p < matrix.rowEnd(queries[i]); p++) {
        mark(matrix.movieAt(p));
      }
    }
    layOut();
    for (int i = from; i < to; i++) {
      for (int p = matrix.rowStart(queries[i]); p < matrix.rowEnd(queries[i]); p++) {
        int at = place[matrix.movieAt(p)] + i - from;
        if (integral) {
          steps[at] = rows.stepAt(p);
        } else {
          values[at] = rows.valueAt(p);
        }
      }
    }
  }

  /** Makes values, in ascending columns, the query of a block's only lane. */
  void load(int[] columns, double[] values, int size) {
    for (int i = 0; i < size; i++) {
      mark(columns[i]);
    }
    layOut();
    if (this.values.length < this.columns) {
      this.values = new double[capacity(this.columns)];
    }
    for (int i = 0; i < size; i++) {
      this.values[place[columns[i]]] = values[i];
    }
    widened = true;
  }

  private void mark(int column) {
    used[column / Long.SIZE] |= 1L << column;
  }

  /** Gives every column in use its place, ascending, with zeros in it. */
  private void layOut() {
    columns = 0;
    for (int word = 0; word < used.length; word++) {
      for (long bits = used[word]; bits != 0; bits &= bits - 1) {
        int next = word * Long.SIZE + Long.numberOfTrailingZeros(bits);
        place[next] = columns * lanes;
        column[columns++] = next;
      }
      used[word] = 0;
    }
    int cells = Math.multiplyExact(columns, lanes);
    if (integral) {
      steps = steps.length < cells ? new short[capacity(cells)] : steps;
      Arrays.fill(steps, 0, cells, (short) 0);
    } else {
      values = values.length < cells ? new double[capacity(cells)] : values;
      Arrays.fill(values, 0, cells, 0);
    }
    widened = !integral;
  }

  private static int capacity(int cells) {
    return (int) Math.min(Integer.MAX_VALUE - 64L, cells + cells / 2L);
  }

  /** How many columns are in use. */
  int columns() {
    return columns;
  }

  /** A column in use, by rank. */
  int column(int rank) {
    return column[rank];
  }

  /** Whole values; only for rows that are integral. */
  short[] steps() {
    return steps;
  }

  /** Values of any rows. */
  double[] values() {
    if (!widened) {
      int cells = columns * lanes;
      values = values.length < cells ? new double[capacity(cells)] : values;
      for (int i = 0; i < cells; i++) {
        values[i] = steps[i];
      }
      widened = true;
    }
    return values;
  }
}
