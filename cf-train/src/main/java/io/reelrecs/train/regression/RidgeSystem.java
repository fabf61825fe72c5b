package io.reelrecs.train.regression;

import io.reelrecs.core.model.MovieRegression;

/**
 * One system {@code (A + penalty I) a = e} over the things of a line, and the memory to solve it
 * in; grows with the largest. {@code A_ij = K_ij - y_i y_j} off the diagonal, with {@code y = x e}:
 * the similarity less what this line brought to it. The diagonal is that of K.
 *
 * <p>Solved by conjugate gradients from 0 with the diagonal as preconditioner, until what is left
 * is small; then the error on MovieLens is that of the exact solution to the fourth decimal. Most
 * systems take three to eight steps, and those of movies similar in two steps up to twelve. Source:
 * Hestenes and Stiefel, "Methods of Conjugate Gradients for Solving Linear Systems", 1952.
 *
 * <p>Not thread-safe.
 */
final class RidgeSystem {

  /** With six, the movies' error is 0.0004 to 0.0007 higher, and depends on rounding. */
  private static final int MAX_STEPS = MovieRegression.MOST_STEPS;

  private static final double TOLERANCE = MovieRegression.TOLERANCE;

  private final Submatrix matrix = new Submatrix();
  private float[] own = {};
  private float[] diagonal = {};
  private float[] inverse = {};
  private float[] solution = {};
  private float[] residual = {};
  private float[] direction = {};
  private float[] product = {};

  /** Where the solution stands after {@link #solve}; good until the next. */
  float[] solution() {
    return solution;
  }

  /**
   * Solves the system of a line.
   *
   * @param kernel K, of which the lower triangle is read
   * @param scale x, for each thing
   * @param lines where the line is from
   * @param penalty added to the diagonal, more than 0
   */
  void solve(float[][] kernel, float[] scale, Lines lines, int line, float penalty) {
    int size = lines.length(line);
    ensure(size);
    int from = lines.start()[line];
    matrix.gather(kernel, lines.index(), from, size);
    for (int i = 0; i < size; i++) {
      float e = lines.value()[from + i];
      residual[i] = e;
      own[i] = scale[lines.index()[from + i]] * e;
      // The product takes own[i] * own[i] off the diagonal as well, and it has to stay.
      diagonal[i] = own[i] * own[i] + penalty;
      inverse[i] = 1 / (matrix.diagonal(i) + penalty);
      solution[i] = 0;
      direction[i] = inverse[i] * e;
    }
    iterate(size);
  }

  private void iterate(int size) {
    double start = weighted(residual, inverse, size);
    double rest = start;
    for (int step = 0; step < MAX_STEPS && rest > TOLERANCE * start; step++) {
      multiply(size);
      double curvature = dot(direction, product, size);
      if (!(curvature > 0)) {
        return;
      }
      float length = (float) (rest / curvature);
      for (int i = 0; i < size; i++) {
        solution[i] += length * direction[i];
        residual[i] -= length * product[i];
      }
      double next = weighted(residual, inverse, size);
      float turn = (float) (next / rest);
      for (int i = 0; i < size; i++) {
        direction[i] = inverse[i] * residual[i] + turn * direction[i];
      }
      rest = next;
    }
  }

  /** Sets {@code product = (A + penalty I) direction}. */
  private void multiply(int size) {
    float ownPart = (float) dot(own, direction, size);
    for (int i = 0; i < size; i++) {
      product[i] = diagonal[i] * direction[i] - ownPart * own[i];
    }
    matrix.addProduct(product, direction, size);
  }

  private static double dot(float[] a, float[] b, int size) {
    double sum = 0;
    for (int i = 0; i < size; i++) {
      sum += (double) a[i] * b[i];
    }
    return sum;
  }

  /** {@code sum of a_i^2 weight_i}. */
  private static double weighted(float[] a, float[] weight, int size) {
    double sum = 0;
    for (int i = 0; i < size; i++) {
      sum += (double) a[i] * a[i] * weight[i];
    }
    return sum;
  }

  private void ensure(int size) {
    if (size <= own.length) {
      return;
    }
    own = new float[size];
    diagonal = new float[size];
    inverse = new float[size];
    solution = new float[size];
    residual = new float[size];
    direction = new float[size];
    product = new float[size];
  }
}
