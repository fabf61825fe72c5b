package io.reelrecs.core.score;

import io.reelrecs.core.model.MovieRegression;
import java.util.Arrays;

/**
 * Solves for the weights of a user who was not trained on: {@code (K + penalty I) a = e} over the
 * movies rated, by conjugate gradients with the diagonal as preconditioner (Hestenes and Stiefel,
 * 1952). Takes steps from 0 until little is left, as the training does, and like it multiplies in
 * {@code float}.
 *
 * <p>Costs n^2 lookups for n movies rated and n^2 multiplications a step. What is worked with is
 * used again; beyond {@value #MOST_KEPT} movies rated it is made anew and let go of, and beyond
 * {@value #MOST_GATHERED} the lookups are made again at each step, so that nobody's ratings take
 * more than 64 MiB. Working memory of one thread.
 */
final class MovieWeights {

  /** Weights beyond this are of a kernel from which nothing can be learned. */
  private static final double MOST = 1e100;

  /** Rows of at most this many movies are kept for the next user: 4 MiB. */
  static final int MOST_KEPT = 1 << 10;

  /** Rows of more movies than this are not gathered. */
  static final int MOST_GATHERED = 1 << 12;

  /** Rows that are multiplied at once. */
  private static final int ROWS = 4;

  private double[] inverse = {};
  private double[] left = {};
  private double[] direction = {};
  private float[] image = {};
  private float[][] rows = {};

  /** Room where rows are not gathered. */
  private float[][] someRows = {};

  /**
   * Fills the profile's weights from its residuals.
   *
   * @return whether that went well: a kernel of extreme figures may give weights that are NaN, or
   *     so large that sums of them would be
   */
  boolean solve(MovieRegression regression, Profile profile) {
    int n = profile.size;
    prepare(n);
    gather(regression, profile);
    double penalty = regression.penalty(n);
    double[] weight = profile.weight;
    double size = 0;
    for (int p = 0; p < n; p++) {
      double diagonal = regression.kernel().at(profile.movie[p], profile.movie[p]);
      inverse[p] = 1 / (diagonal + penalty);
      left[p] = profile.residual[p];
      direction[p] = inverse[p] * left[p];
      weight[p] = 0;
      size += left[p] * direction[p];
    }
    double enough = MovieRegression.TOLERANCE * size;
    for (int step = 0; step < MovieRegression.MOST_STEPS && size > enough; step++) {
      multiply(regression, profile);
      double curvature = 0;
      for (int p = 0; p < n; p++) {
        curvature += direction[p] * (image[p] + penalty * direction[p]);
      }
      if (!Double.isFinite(curvature)) {
        return false; // figures beyond what a float holds
      }
      if (curvature <= 0) {
        break; // the kernel is not quite positive definite; what is found is kept
      }
      double length = size / curvature;
      double next = 0;
      for (int p = 0; p < n; p++) {
        weight[p] += length * direction[p];
        left[p] -= length * (image[p] + penalty * direction[p]);
        next += left[p] * (inverse[p] * left[p]);
      }
      for (int p = 0; p < n; p++) {
        direction[p] = inverse[p] * left[p] + next / size * direction[p];
      }
      size = next;
    }
    if (n > MOST_KEPT) {
      rows = new float[0][];
    }
    return within(weight, n);
  }

  private void prepare(int n) {
    if (image.length < n) {
      int room = Math.max(n, 2 * image.length);
      inverse = new double[room];
      left = new double[room];
      direction = new double[room];
      image = new float[room];
    }
  }

  /** The part of the kernel that belongs to the movies rated. */
  private void gather(MovieRegression regression, Profile profile) {
    int n = profile.size;
    if (n > MOST_GATHERED) {
      return;
    }
    if (rows.length < n) {
      int room = Math.max(n, Math.min(MOST_KEPT, 2 * rows.length));
      rows = new float[room][room];
    }
    for (int p = 0; p < n; p++) {
      regression.kernel().gather(profile.movie[p], profile.movie, n, rows[p]);
    }
  }

  /** The image is the kernel times the direction, as a sum of its rows, for it is symmetric. */
  private void multiply(MovieRegression regression, Profile profile) {
    int n = profile.size;
    Arrays.fill(image, 0, n, 0);
    for (int from = 0; from < n; from += ROWS) {
      float[][] some = rows;
      int at = from;
      if (n > MOST_GATHERED) {
        some = lookUp(regression, profile, from);
        at = 0;
      }
      if (from + ROWS <= n) {
        addFour(image, some, at, direction, from, n);
      } else {
        for (int i = 0; from + i < n; i++) {
          add(image, some[at + i], (float) direction[from + i], n);
        }
      }
    }
  }

  private float[][] lookUp(MovieRegression regression, Profile profile, int from) {
    if (someRows.length == 0 || someRows[0].length < profile.size) {
      someRows = new float[ROWS][profile.size];
    }
    for (int i = 0; i < ROWS && from + i < profile.size; i++) {
      int movie = profile.movie[from + i];
      regression.kernel().gather(movie, profile.movie, profile.size, someRows[i]);
    }
    return someRows;
  }

  /** Each entry of the sums is one of its own, so the compiler may use vector instructions. */
  private static void addFour(
      float[] sums, float[][] rows, int at, double[] factor, int from, int size) {
    float f0 = (float) factor[from];
    float f1 = (float) factor[from + 1];
    float f2 = (float) factor[from + 2];
    float f3 = (float) factor[from + 3];
    float[] r0 = rows[at];
    float[] r1 = rows[at + 1];
    float[] r2 = rows[at + 2];
    float[] r3 = rows[at + 3];
    for (int j = 0; j < size; j++) {
      sums[j] += (f0 * r0[j] + f1 * r1[j]) + (f2 * r2[j] + f3 * r3[j]);
    }
  }

  private static void add(float[] sums, float[] row, float factor, int size) {
    for (int j = 0; j < size; j++) {
      sums[j] += factor * row[j];
    }
  }

  private static boolean within(double[] weight, int n) {
    for (int p = 0; p < n; p++) {
      if (!(Math.abs(weight[p]) <= MOST)) {
        return false;
      }
    }
    return true;
  }
}
