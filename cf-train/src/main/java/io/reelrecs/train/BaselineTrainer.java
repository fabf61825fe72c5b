package io.reelrecs.train;

import io.reelrecs.core.matrix.RatingMatrix;
import io.reelrecs.core.model.Baseline;

/**
 * Fits the bias baseline by alternating least squares: movie biases given the users', then user
 * biases given the movies', each a mean of what is left over, shrunk towards 0 by the
 * regularization: {@code b_m = sum(r - mean - b_u) / (lambda_m + n_m)} and likewise for users.
 *
 * <p>Source: Koren, "Factor in the Neighbors", ACM TKDD 4(1), 2010, section 2.1. Single-threaded
 * and in a fixed order, so that the same ratings give the same bits.
 *
 * @param alternations rounds of movies then users, at least 1
 * @param movieRegularization lambda of the movies, not negative
 * @param userRegularization lambda of the users, not negative
 */
record BaselineTrainer(int alternations, double movieRegularization, double userRegularization) {

  static final BaselineTrainer DEFAULT = new BaselineTrainer(10, 2, 5);

  BaselineTrainer {
    if (alternations < 1) {
      throw new IllegalArgumentException("alternations must be >= 1, actual: " + alternations);
    }
    if (!(movieRegularization >= 0 && userRegularization >= 0)) {
      throw new IllegalArgumentException(
          "regularizations must be >= 0, actual: "
              + movieRegularization
              + " and "
              + userRegularization);
    }
  }

  Baseline fit(RatingMatrix matrix) {
    double sum = 0;
    for (int p = 0; p < matrix.size(); p++) {
      sum += matrix.ratingAt(p);
    }
    double mean = matrix.size() == 0 ? 0 : sum / matrix.size();
    double[] userBias = new double[matrix.users()];
    double[] movieBias = new double[matrix.movies()];
    for (int i = 0; i < alternations; i++) {
      fitMovies(matrix, mean, userBias, movieBias);
      fitUsers(matrix, mean, userBias, movieBias);
    }
    return Baseline.of(mean, userBias, movieBias, userRegularization);
  }

  private void fitMovies(RatingMatrix matrix, double mean, double[] userBias, double[] movieBias) {
    for (int movie = 0; movie < movieBias.length; movie++) {
      double sum = 0;
      for (int p = matrix.columnStart(movie); p < matrix.columnEnd(movie); p++) {
        sum += matrix.columnRatingAt(p) - mean - userBias[matrix.userAt(p)];
      }
      movieBias[movie] = shrunk(sum, movieRegularization, matrix.columnLength(movie));
    }
  }

  private void fitUsers(RatingMatrix matrix, double mean, double[] userBias, double[] movieBias) {
    for (int user = 0; user < userBias.length; user++) {
      double sum = 0;
      for (int p = matrix.rowStart(user); p < matrix.rowEnd(user); p++) {
        sum += matrix.ratingAt(p) - mean - movieBias[matrix.movieAt(p)];
      }
      userBias[user] = shrunk(sum, userRegularization, matrix.rowLength(user));
    }
  }

  private static double shrunk(double sum, double regularization, int count) {
    return count == 0 ? 0 : sum / (regularization + count);
  }
}
