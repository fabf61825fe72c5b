package io.reelrecs.train.ranking;

import io.reelrecs.core.matrix.RatingMatrix;
import io.reelrecs.train.parallel.Workers;

/**
 * The Gram matrix of the positives, {@code X' W X}, movies by movies: its lower triangle by row.
 *
 * <p>Every entry is summed over users in ascending order, so that it is the same bits for every
 * number of threads. Costs half the sum of the squares of the users' numbers of positives.
 */
final class Gram {

  private final RatingMatrix positives;
  private final double[] weight;
  private final double[] userWeight;

  /** By column position of the positives, the row position of the same entry. */
  private final int[] rowPosition;

  /**
   * What the matrix is of.
   *
   * @param weight by row position of the positives, x
   * @param userWeight by user, the entry of W
   */
  Gram(RatingMatrix positives, double[] weight, double[] userWeight) {
    this.positives = positives;
    this.weight = weight;
    this.userWeight = userWeight;
    rowPosition = new int[positives.size()];
    int[] next = new int[positives.movies()];
    for (int p = 0; p < rowPosition.length; p++) {
      int movie = positives.movieAt(p);
      rowPosition[positives.columnStart(movie) + next[movie]++] = p;
    }
  }

  /** Row {@code i} has {@code i + 1} entries. */
  double[][] lowerTriangle(Workers workers) throws InterruptedException {
    double[][] rows = new double[positives.movies()][];
    // The longest rows first, so that the threads end together.
    workers.forEach(rows.length, (i, none) -> fill(rows, rows.length - 1 - i));
    return rows;
  }

  private void fill(double[][] rows, int movie) {
    double[] sums = new double[movie + 1];
    for (int c = positives.columnStart(movie); c < positives.columnEnd(movie); c++) {
      int user = positives.userAt(c);
      double factor = userWeight[user] * weight[rowPosition[c]];
      for (int p = positives.rowStart(user); p <= rowPosition[c]; p++) {
        sums[positives.movieAt(p)] += factor * weight[p];
      }
    }
    rows[movie] = sums;
  }
}
