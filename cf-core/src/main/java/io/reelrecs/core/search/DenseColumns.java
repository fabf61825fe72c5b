package io.reelrecs.core.search;

import io.reelrecs.core.kernel.Kernel;
import io.reelrecs.core.matrix.RatingMatrix;
import io.reelrecs.core.matrix.UnitRows;

/**
 * The columns that many rows have a value in, a byte for every row: for the search of one row.
 *
 * <p>One query walks a column's postings one by one, as there are no other queries to share a walk
 * with. A dense column it adds a register of rows at a time, so that from one row in {@value
 * #SPARSENESS} on even the zeros are worth it; and these few columns hold most of the ratings.
 *
 * <p>Rows stand by position. Costs at most {@value #SPARSENESS} bytes per rating in them, about 5
 * for MovieLens, and never more than 1 GiB: the fullest columns come first. Immutable.
 */
final class DenseColumns {

  private static final int SPARSENESS = 16;
  private static final int MOST_CELLS = 1 << 30;
  private static final int MOST_VALUE = 255;

  /** For each column, where its cells begin; -1 if it is not dense. */
  private final int[] start;

  /** The columns' cells, after one empty column to fill up with. */
  private final byte[] cells;

  DenseColumns(UnitRows rows, NormOrder order) {
    RatingMatrix matrix = rows.matrix();
    int length = (rows.rows() + Kernel.DENSE_ROWS - 1) / Kernel.DENSE_ROWS * Kernel.DENSE_ROWS;
    start = new int[rows.columns()];
    boolean bytes = matrix.scale().hi() / matrix.scale().unit() <= MOST_VALUE;
    int least = bytes ? leastLength(matrix, length) : Integer.MAX_VALUE;
    int size = length;
    for (int column = 0; column < start.length; column++) {
      start[column] = -1;
      if (matrix.columnLength(column) >= least) {
        start[column] = size;
        size += length;
      }
    }
    cells = new byte[size];
    for (int position = 0; position < order.size(); position++) {
      int row = order.rowAt(position);
      int cell = Kernel.cellOf(position);
      for (int p = matrix.rowStart(row); p < matrix.rowEnd(row); p++) {
        int at = start[matrix.movieAt(p)];
        if (at >= 0) {
          cells[at + cell] = (byte) rows.stepAt(p);
        }
      }
    }
  }

  /** How many values a column has at least to be dense, so that all of them fit. */
  private static int leastLength(RatingMatrix matrix, int length) {
    int least = Math.max(1, matrix.users() / SPARSENESS);
    long most = MOST_CELLS / Math.max(1, length);
    while (atLeast(matrix, least) > most) {
      least *= 2;
    }
    return least;
  }

  private static long atLeast(RatingMatrix matrix, int least) {
    long count = 0;
    for (int column = 0; column < matrix.movies(); column++) {
      count += matrix.columnLength(column) >= least ? 1 : 0;
    }
    return count;
  }

  /** Where the cells of a column begin; -1 if it is not dense. A tile's come at its first row. */
  int start(int column) {
    return start[column];
  }

  /** The cells, see {@link Kernel#addDense}; a column of zeros begins at 0. */
  byte[] cells() {
    return cells;
  }
}
