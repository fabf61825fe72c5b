package io.reelrecs.core.search;

import io.reelrecs.core.kernel.Kernel;
import io.reelrecs.core.kernel.RowWalk;
import io.reelrecs.core.matrix.RatingMatrix;
import io.reelrecs.core.matrix.RatingScale;
import io.reelrecs.core.matrix.UnitRows;

/**
 * What a search walks, made from the rows: their order, the bounds of sums, and, each when it is
 * first asked for, the postings by column, the postings by row, and dense columns. Thread-safe.
 */
final class CosineIndex {

  /** Rows of a tile where rows are walked: few, for bounds that hold for many tiles. */
  private static final int ROW_TILE = 2048;

  private final UnitRows rows;
  private final NormOrder order;
  private final int columnTile;
  private final Tiles rowTiles;
  private final SumBounds bounds;
  private final boolean positive;
  private final boolean bytes;

  private TiledPostings columns;
  private RowPostings rowPostings;
  private DenseColumns dense;

  CosineIndex(UnitRows rows) {
    this(rows, TiledPostings.tileRows(rows), ROW_TILE);
  }

  /** An index in tiles of so many rows, multiples of 64. */
  CosineIndex(UnitRows rows, int columnTile, int rowTile) {
    this.rows = rows;
    this.columnTile = columnTile;
    order = new NormOrder(rows);
    rowTiles = new Tiles(order.size(), rowTile);
    bounds = new SumBounds(rows, order, rowTiles);
    RatingScale scale = rows.matrix().scale();
    positive = !rows.centered() && scale.lo() >= 0;
    bytes = bounds.narrow() && scale.hi() / scale.unit() <= RowWalk.MOST_VALUE;
  }

  UnitRows rows() {
    return rows;
  }

  NormOrder order() {
    return order;
  }

  SumBounds bounds() {
    return bounds;
  }

  /** Whether no value is negative, so that a similarity of 0 is the lowest there is. */
  boolean positive() {
    return positive;
  }

  /** Whether every value is whole and in {@code [0, 255]}. */
  boolean bytes() {
    return bytes;
  }

  /** The postings by column. */
  synchronized TiledPostings columns() {
    if (columns == null) {
      columns = new TiledPostings(rows, order, columnTile);
    }
    return columns;
  }

  /** The postings by row. */
  synchronized RowPostings rowPostings() {
    if (rowPostings == null) {
      rowPostings = new RowPostings(rows, order, bytes);
    }
    return rowPostings;
  }

  /** How rows are cut into tiles where they are walked. */
  Tiles rowTiles() {
    return rowTiles;
  }

  /** The dense columns; only a search of one row needs them. */
  synchronized DenseColumns dense() {
    if (dense == null) {
      dense = new DenseColumns(rows, order);
    }
    return dense;
  }

  /** Whether a block of this kernel's goes over rows; over columns if not. */
  boolean walksRows(Kernel kernel) {
    return kernel.rowWalk() != null && rows.columns() <= RowWalk.MOST_COLUMNS;
  }

  /** How many postings a search of all rows walks that meets each pair once. */
  long postingsOfAllPairs() {
    RatingMatrix matrix = rows.matrix();
    long postings = 0;
    for (int column = 0; column < matrix.movies(); column++) {
      long length = matrix.columnLength(column);
      postings += length * (length - 1) / 2;
    }
    return postings;
  }
}
