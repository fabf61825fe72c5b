package io.reelrecs.core.search;

import io.reelrecs.core.matrix.RatingMatrix;
import io.reelrecs.core.matrix.UnitRows;

/**
 * The rows turned round: for each column, who has a value there and which. What a search walks.
 *
 * <p>Exactly one of {@code steps} and {@code reals} is there: whole numbers where the rows are
 * {@link UnitRows#integral() integral} and their dot products fit an {@code int}, else {@code
 * double}.
 */
final class Postings {

  final int[] start;
  final int[] rows;
  final short[] steps;
  final double[] reals;

  Postings(UnitRows unitRows) {
    RatingMatrix matrix = unitRows.matrix();
    start = new int[matrix.movies() + 1];
    for (int column = 0; column < matrix.movies(); column++) {
      start[column + 1] = matrix.columnEnd(column);
    }
    rows = new int[matrix.size()];
    boolean whole = unitRows.integral() && unitRows.largestSquaredNorm() <= Integer.MAX_VALUE;
    steps = whole ? new short[matrix.size()] : null;
    reals = whole ? null : new double[matrix.size()];
    int[] next = start.clone();
    for (int row = 0; row < unitRows.rows(); row++) {
      for (int p = matrix.rowStart(row); p < matrix.rowEnd(row); p++) {
        int at = next[matrix.movieAt(p)]++;
        rows[at] = row;
        if (steps != null) {
          steps[at] = unitRows.stepAt(p);
        } else {
          reals[at] = unitRows.valueAt(p);
        }
      }
    }
  }

  /** Adds to every row that has a value in the column that value times a factor. */
  void addTo(double[] sums, int column, double factor) {
    for (int at = start[column]; at < start[column + 1]; at++) {
      sums[rows[at]] += factor * (steps != null ? steps[at] : reals[at]);
    }
  }
}
