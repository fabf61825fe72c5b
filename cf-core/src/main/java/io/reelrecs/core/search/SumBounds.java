package io.reelrecs.core.search;

import io.reelrecs.core.matrix.RatingMatrix;
import io.reelrecs.core.matrix.UnitRows;

/**
 * The proof that dot products fit into 16 bits.
 *
 * <p>For whole values that are not negative, {@code u . v} is at most {@code |u| |v|}, by Cauchy
 * and Schwarz, and at most the sum of the values of either times the largest value there is.
 * Partial sums are smaller still. The first bound serves rows of few ratings, the second a short
 * row against one of any length.
 */
final class SumBounds {

  /** The largest sum that 16 bits hold. */
  private static final double MOST = 65_535;

  private final boolean narrow;
  private final double largestValue;
  private final double[] rowSum;
  private final Tiles tiles;
  private final double[] tileSum;
  private final double[] tileSquares;
  private final double largestSquares;

  SumBounds(UnitRows rows, NormOrder order, Tiles tiles) {
    RatingMatrix matrix = rows.matrix();
    this.tiles = tiles;
    narrow = rows.integral() && matrix.scale().lo() >= 0;
    largestValue = narrow ? matrix.scale().hi() / matrix.scale().unit() : Double.POSITIVE_INFINITY;
    largestSquares = rows.largestSquaredNorm();
    rowSum = new double[narrow ? rows.rows() : 0];
    tileSum = new double[tiles.count()];
    tileSquares = new double[tiles.count()];
    for (int position = 0; narrow && position < order.size(); position++) {
      int row = order.rowAt(position);
      int tile = tiles.of(position);
      for (int p = matrix.rowStart(row); p < matrix.rowEnd(row); p++) {
        rowSum[row] += rows.stepAt(p);
      }
      tileSum[tile] = Math.max(tileSum[tile], rowSum[row]);
      tileSquares[tile] = Math.max(tileSquares[tile], rows.squaredNorm(row));
    }
  }

  /** Whether values are whole and not negative, so that there is anything to prove. */
  boolean narrow() {
    return narrow;
  }

  /** The sum of a row's values; only if {@link #narrow}. */
  double sum(int row) {
    return rowSum[row];
  }

  /**
   * Whether the dot products of some queries with the rows at these positions fit.
   *
   * @param sum the largest sum of a query's values
   * @param squares the largest squared norm of a query
   */
  boolean fits(double sum, double squares, int from, int to) {
    boolean fits = narrow;
    for (int tile = tiles.of(from);
        fits && tile < tiles.count() && tiles.first(tile) < to;
        tile++) {
      fits =
          squares * tileSquares[tile] <= MOST * MOST
              || Math.min(sum, tileSum[tile]) * largestValue <= MOST;
    }
    return fits;
  }

  /** Whether the dot products of a query with every row fit; its values are at most the largest. */
  boolean fitsAll(double sum, double squares) {
    return narrow && (squares * largestSquares <= MOST * MOST || sum * largestValue <= MOST);
  }
}
