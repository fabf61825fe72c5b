package io.reelrecs.core.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.reelrecs.core.matrix.ScaledMatrix;
import io.reelrecs.core.model.MovieRegression;
import io.reelrecs.core.model.Strength;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MovieWeightsTest {

  private static final int MOVIES = 60;

  /**
   * The steps end when the residual has fallen to a three-hundredth, so weights are good to a
   * hundredth of the largest of them; a penalty of 3 and more needs no more than six of the twelve
   * steps.
   */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5, 6, 7, 20, 50})
  void solve_isNearlyGaussianElimination_onAGoodSystem(int n) {
    for (int seed = 0; seed < 20; seed++) {
      MovieRegression regression = regression(kernel(seed, 80), 30);
      Profile profile = profile(n, seed);

      assertThat(new MovieWeights().solve(regression, profile)).isTrue();
      double[] exact = DenseSystem.solve(system(regression, profile), right(profile));
      double largest = IntStream.range(0, n).mapToDouble(p -> Math.abs(exact[p])).max().orElse(0);
      for (int p = 0; p < n; p++) {
        assertThat(profile.weight[p]).isCloseTo(exact[p], within(0.01 * largest));
      }
      assertThat(profile.weight[n]).isEqualTo(99); // not its own
    }
  }

  /** Exact in one step, which a wrong penalty or exponent would miss. */
  @Test
  void solve_dividesByDiagonalAndPenalty_whereMoviesAreUnlike() {
    float[][] rows = new float[MOVIES][MOVIES];
    for (int movie = 0; movie < MOVIES; movie++) {
      rows[movie][movie] = 1;
    }
    MovieRegression regression = regression(rows, 3);
    Profile profile = profile(25, 1);
    new MovieWeights().solve(regression, profile);

    for (int p = 0; p < 25; p++) {
      double expected = profile.residual[p] / (1 + 3 * Math.pow(0.25, 0.5));
      assertThat(profile.weight[p]).isCloseTo(expected, within(1e-6));
    }
  }

  @Test
  void solve_doesNothing_forNobodyAndForNoResiduals() {
    MovieRegression regression = regression(kernel(1, 80), 3);

    assertThat(new MovieWeights().solve(regression, profile(0, 1))).isTrue();
    Profile profile = profile(5, 1);
    for (int p = 0; p < 5; p++) {
      profile.residual[p] = 0;
      profile.weight[p] = 7;
    }
    assertThat(new MovieWeights().solve(regression, profile)).isTrue();
    assertThat(profile.weight).startsWith(0, 0, 0, 0, 0);
  }

  /**
   * What twelve steps find in doubles, on a system of which more would find more. It has no
   * eigenvalue far above the others, which in floats would be found twice.
   */
  @Test
  void solve_takesTwelveSteps() {
    for (int seed = 0; seed < 8; seed++) {
      MovieRegression regression = regression(kernel(seed, 40, -1), 0.02);
      Profile profile = profile(40, seed);
      assertThat(new MovieWeights().solve(regression, profile)).isTrue();
      double[] found = Arrays.copyOf(profile.weight, 40);
      double[] twelve = steps(system(regression, profile), right(profile), 12);

      assertThat(distance(found, twelve)).as("seed %d", seed).isLessThan(1e-4);
      for (int other : new int[] {11, 13}) {
        double[] steps = steps(system(regression, profile), right(profile), other);
        assertThat(distance(steps, twelve)).as("seed %d", seed).isGreaterThan(0.02);
      }
    }
  }

  private static double distance(double[] a, double[] b) {
    double squares = IntStream.range(0, a.length).mapToDouble(p -> Math.pow(a[p] - b[p], 2)).sum();
    return Math.sqrt(squares / dot(b, b));
  }

  /** Conjugate gradients as the textbook has them, for a diagonal of one number. */
  private static double[] steps(double[][] system, double[] right, int count) {
    double[] found = new double[right.length];
    double[] left = right.clone();
    double[] direction = right.clone();
    for (int step = 0; step < count; step++) {
      double[] image = new double[right.length];
      Arrays.setAll(image, p -> dot(system[p], direction));
      double size = dot(left, left);
      double length = size / dot(direction, image);
      for (int p = 0; p < found.length; p++) {
        found[p] += length * direction[p];
        left[p] -= length * image[p];
      }
      double turn = dot(left, left) / size;
      for (int p = 0; p < found.length; p++) {
        direction[p] = left[p] + turn * direction[p];
      }
    }
    return found;
  }

  /** More movies than are kept, and than are gathered: as good, and good for the next user. */
  @ParameterizedTest
  @ValueSource(ints = {MovieWeights.MOST_KEPT + 3, MovieWeights.MOST_GATHERED + 2})
  void solve_ofVeryManyMovies_dividesByDiagonalAndPenalty(int n) {
    float[][] rows = new float[n][n];
    for (int movie = 0; movie < n; movie++) {
      rows[movie][movie] = 1;
    }
    MovieRegression regression =
        new MovieRegression(
            3, 0.5, new Strength(1, 0, 0), ScaledMatrix.ofSymmetric(rows), new float[0]);
    MovieWeights weights = new MovieWeights();
    for (int size : new int[] {n, 7, n - 1}) {
      Profile profile = new Profile();
      profile.clear(size);
      for (int p = 0; p < size; p++) {
        profile.add(p, 0);
        profile.residual[p] = p % 7 - 3;
      }
      assertThat(weights.solve(regression, profile)).isTrue();
      double scale = 1 / (1 + 3 * Math.pow(size / 100.0, 0.5));
      for (int p = 0; p < size; p++) {
        assertThat(profile.weight[p]).isCloseTo((p % 7 - 3) * scale, within(1e-6));
      }
    }
  }

  @Test
  void solve_saysThatItFailed_onAKernelOfNothing() {
    MovieRegression regression = regression(new float[MOVIES][MOVIES], 1e-300);

    assertThat(new MovieWeights().solve(regression, profile(5, 1))).isFalse();
  }

  private static MovieRegression regression(float[][] kernel, double regularization) {
    return new MovieRegression(
        regularization, 0.5, new Strength(1, 0, 0), ScaledMatrix.ofSymmetric(kernel), new float[0]);
  }

  /** Products of random rows, brought to a diagonal of 1; the shorter the rows, the harder. */
  private static float[][] kernel(int seed, int length) {
    return kernel(seed, length, -0.5);
  }

  /** The same, of figures from {@code lowest} to 1. */
  private static float[][] kernel(int seed, int length, double lowest) {
    Random random = new Random(seed);
    double[][] rows = new double[MOVIES][];
    for (int movie = 0; movie < MOVIES; movie++) {
      rows[movie] = random.doubles(length, lowest, 1).toArray();
    }
    float[][] kernel = new float[MOVIES][MOVIES];
    for (int i = 0; i < MOVIES; i++) {
      for (int j = 0; j < MOVIES; j++) {
        double squares = dot(rows[i], rows[i]) * dot(rows[j], rows[j]);
        kernel[i][j] = (float) (dot(rows[i], rows[j]) / Math.sqrt(squares));
      }
    }
    return kernel;
  }

  private static double dot(double[] a, double[] b) {
    return IntStream.range(0, a.length).mapToDouble(i -> a[i] * b[i]).sum();
  }

  private static Profile profile(int n, int seed) {
    Random random = new Random(seed);
    Profile profile = new Profile();
    profile.clear(n + 1);
    int[] movies = random.ints(0, MOVIES).distinct().limit(n).sorted().toArray();
    for (int p = 0; p < n; p++) {
      profile.add(movies[p], 0);
      profile.residual[p] = 4 * random.nextDouble() - 2;
    }
    profile.weight[n] = 99;
    return profile;
  }

  private static double[][] system(MovieRegression regression, Profile profile) {
    double penalty = regression.regularization() * Math.sqrt(profile.size / 100.0);
    double[][] system = new double[profile.size][profile.size];
    for (int p = 0; p < profile.size; p++) {
      for (int q = 0; q < profile.size; q++) {
        system[p][q] =
            regression.kernel().at(profile.movie[p], profile.movie[q]) + (p == q ? penalty : 0);
      }
    }
    return system;
  }

  private static double[] right(Profile profile) {
    return IntStream.range(0, profile.size).mapToDouble(p -> profile.residual[p]).toArray();
  }
}
