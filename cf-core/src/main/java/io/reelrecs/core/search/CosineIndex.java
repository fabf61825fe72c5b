package io.reelrecs.core.search;

import io.reelrecs.core.matrix.RatingMatrix;
import io.reelrecs.core.matrix.UnitRows;

/**
 * What a search walks, made once from the rows: their order, the postings, the bounds of sums, and,
 * for searches of one row, dense columns. Immutable and thread-safe.
 */
final class CosineIndex {

  private final UnitRows rows;
  private final NormOrder order;
  private final TiledPostings postings;
  private final SumBounds bounds;
  private final boolean positive;

  /** Made when it is first asked for, since only a search of one row needs it. */
  private DenseColumns dense;

  CosineIndex(UnitRows rows) {
    this(rows, TiledPostings.tileRows(rows));
  }

  /** An index in tiles of so many rows, a multiple of 64. */
  CosineIndex(UnitRows rows, int tileRows) {
    this.rows = rows;
    order = new NormOrder(rows);
    postings = new TiledPostings(rows, order, tileRows);
    bounds = new SumBounds(rows, order, postings);
    positive = !rows.centered() && rows.matrix().scale().lo() >= 0;
  }

  UnitRows rows() {
    return rows;
  }

  NormOrder order() {
    return order;
  }

  TiledPostings postings() {
    return postings;
  }

  SumBounds bounds() {
    return bounds;
  }

  /** Whether no value is negative, so that a similarity of 0 is the lowest there is. */
  boolean positive() {
    return positive;
  }

  synchronized DenseColumns dense() {
    if (dense == null) {
      dense = new DenseColumns(rows, order);
    }
    return dense;
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
