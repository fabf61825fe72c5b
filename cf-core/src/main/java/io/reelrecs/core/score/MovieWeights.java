package io.reelrecs.core.score;

import io.reelrecs.core.matrix.FloatMatrix;
import io.reelrecs.core.model.MovieRegression;

/**
 * Solves for the weights of a user who was not trained on: {@code (K + penalty I) a = e} over the
 * movies rated, by conjugate gradients with the diagonal as preconditioner (Hestenes and Stiefel,
 * 1952). Takes steps from 0 until little is left, as the training does.
 *
 * <p>Costs n^2 lookups a step for n movies rated, and six arrays of n.
 */
final class MovieWeights {

  /** Weights beyond this are of a kernel from which nothing can be learned. */
  private static final double MOST = 1e100;

  private MovieWeights() {}

  /**
   * Fills the profile's weights from its residuals.
   *
   * @return whether that went well: a kernel of extreme figures may give weights that are NaN, or
   *     so large that sums of them would be
   */
  static boolean solve(MovieRegression regression, Profile profile) {
    int n = profile.size;
    FloatMatrix kernel = regression.kernel();
    double penalty = regression.penalty(n);
    double[] inverse = new double[n];
    double[] left = new double[n];
    double[] scaled = new double[n];
    double[] direction = new double[n];
    double[] image = new double[n];
    double[] weight = profile.weight;
    for (int p = 0; p < n; p++) {
      inverse[p] = 1 / (kernel.at(profile.movie[p], profile.movie[p]) + penalty);
      left[p] = profile.residual[p];
      direction[p] = inverse[p] * left[p];
      weight[p] = 0;
    }
    double size = dot(left, direction, n);
    double enough = MovieRegression.TOLERANCE * size;
    for (int step = 0; step < MovieRegression.MOST_STEPS && size > enough; step++) {
      for (int p = 0; p < n; p++) {
        image[p] =
            kernel.weightedSum(profile.movie[p], profile.movie, direction, n)
                + penalty * direction[p];
      }
      double curvature = dot(direction, image, n);
      if (!(curvature > 0)) {
        break; // the kernel is not quite positive definite in floats; what is found is kept
      }
      double length = size / curvature;
      for (int p = 0; p < n; p++) {
        weight[p] += length * direction[p];
        left[p] -= length * image[p];
        scaled[p] = inverse[p] * left[p];
      }
      double next = dot(left, scaled, n);
      for (int p = 0; p < n; p++) {
        direction[p] = scaled[p] + next / size * direction[p];
      }
      size = next;
    }
    return within(weight, n);
  }

  private static boolean within(double[] weight, int n) {
    for (int p = 0; p < n; p++) {
      if (!(Math.abs(weight[p]) <= MOST)) {
        return false;
      }
    }
    return true;
  }

  private static double dot(double[] a, double[] b, int n) {
    double sum = 0;
    for (int p = 0; p < n; p++) {
      sum += a[p] * b[p];
    }
    return sum;
  }
}
