package io.reelrecs.core.search;

import io.reelrecs.core.matrix.RatingMatrix;
import io.reelrecs.core.matrix.UnitRows;

/**
 * The rows turned round, for a walk along columns: for each tile of rows and each column, who has a
 * value there and which.
 *
 * <p>A tile is a run of positions, so few that a query's sums over it stay in the first or second
 * cache. A posting is one {@code int}, the row within the tile and the value; real values, which do
 * not fit, stand in an array of their own. Costs 4 (integral) or 12 (real) bytes a rating, and 4
 * for each pair of a tile and a column. Immutable.
 */
final class TiledPostings {

  /** Sums of 32 queries over so many rows take 128 KiB in 16 bits, 512 KiB in {@code double}. */
  private static final int LEAST_ROWS = 2048;

  /** Up to here longer runs pay for sums that leave the second-level cache. */
  private static final int USUAL_ROWS = 8192;

  /** What the upper half of a posting can name. */
  private static final int MOST_ROWS = 1 << 16;

  /** Postings per tile and column below which the loop around them costs more than they do. */
  private static final int SHORT_RUN = 16;

  private final NormOrder order;
  private final int columns;
  private final Tiles tiles;
  private final int[] start;
  private final int[] postings;
  private final double[] values;

  TiledPostings(UnitRows rows, NormOrder order, int tileRows) {
    this.order = order;
    tiles = new Tiles(order.size(), tileRows);
    columns = rows.columns();
    start = new int[Math.addExact(Math.multiplyExact(tiles.count(), columns), 1)];
    postings = new int[rows.matrix().size()];
    values = rows.integral() ? null : new double[postings.length];
    for (int tile = 0; tile < tiles.count(); tile++) {
      fill(rows, tile);
    }
  }

  /** How many rows a tile is best given, a power of two. */
  static int tileRows(UnitRows rows) {
    long size = rows.matrix().size();
    int tileRows = LEAST_ROWS;
    while (tileRows < MOST_ROWS) {
      long runs = (long) rows.columns() * (rows.rows() / tileRows + 1);
      if (runs <= (tileRows < USUAL_ROWS ? size / SHORT_RUN : 2 * size)) {
        break;
      }
      if (rows.rows() <= tileRows) {
        break;
      }
      tileRows *= 2;
    }
    return tileRows;
  }

  /** A counting sort of one tile's entries by column; rows of a column ascend. */
  private void fill(UnitRows rows, int tile) {
    RatingMatrix matrix = rows.matrix();
    int first = tiles.first(tile);
    int runs = tile * columns;
    for (int local = 0; local < tiles.rows(tile); local++) {
      int row = order.rowAt(first + local);
      for (int p = matrix.rowStart(row); p < matrix.rowEnd(row); p++) {
        start[runs + matrix.movieAt(p) + 1]++;
      }
    }
    for (int column = 0; column < columns; column++) {
      start[runs + column + 1] += start[runs + column];
    }
    int[] next = new int[columns];
    System.arraycopy(start, runs, next, 0, columns);
    for (int local = 0; local < tiles.rows(tile); local++) {
      int row = order.rowAt(first + local);
      for (int p = matrix.rowStart(row); p < matrix.rowEnd(row); p++) {
        int at = next[matrix.movieAt(p)]++;
        if (values == null) {
          postings[at] = (local << 16) | (rows.stepAt(p) & 0xffff);
        } else {
          postings[at] = local << 16;
          values[at] = rows.valueAt(p);
        }
      }
    }
  }

  Tiles tiles() {
    return tiles;
  }

  /** Where the postings of a column in a tile begin. */
  int from(int tile, int column) {
    return start[tile * columns + column];
  }

  /** Where they end. */
  int to(int tile, int column) {
    return start[tile * columns + column + 1];
  }

  /**
   * The first posting of {@code from .. to - 1} whose row within the tile is not below this one.
   */
  int firstFrom(int from, int to, int row) {
    int low = from;
    int high = to;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (postings[middle] >>> 16 < row) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** The postings, see {@link io.reelrecs.core.kernel.ColumnWalk}. */
  int[] postings() {
    return postings;
  }

  /** The real values, at the postings' places; null if values are whole numbers. */
  double[] values() {
    return values;
  }
}
