package io.reelrecs.core.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.reelrecs.core.matrix.FloatMatrix;
import io.reelrecs.core.model.MovieRegression;
import io.reelrecs.core.model.Strength;
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

      assertThat(MovieWeights.solve(regression, profile)).isTrue();
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
    MovieWeights.solve(regression, profile);

    for (int p = 0; p < 25; p++) {
      double expected = profile.residual[p] / (1 + 3 * Math.pow(0.25, 0.5));
      assertThat(profile.weight[p]).isCloseTo(expected, within(1e-12));
    }
  }

  @Test
  void solve_doesNothing_forNobodyAndForNoResiduals() {
    MovieRegression regression = regression(kernel(1, 80), 3);

    assertThat(MovieWeights.solve(regression, profile(0, 1))).isTrue();
    Profile profile = profile(5, 1);
    for (int p = 0; p < 5; p++) {
      profile.residual[p] = 0;
      profile.weight[p] = 7;
    }
    assertThat(MovieWeights.solve(regression, profile)).isTrue();
    assertThat(profile.weight).startsWith(0, 0, 0, 0, 0);
  }

  /**
   * Each step takes one dimension away, so twelve of them solve for twelve movies and not for
   * thirteen.
   */
  @Test
  void solve_takesTwelveSteps() {
    double ofTwelve = 0;
    double ofThirteen = 0;
    for (int seed = 0; seed < 8; seed++) {
      MovieRegression regression = regression(kernel(seed, 13), 0.004);
      ofTwelve += unexplained(regression, profile(12, seed));
      ofThirteen += unexplained(regression, profile(13, seed));
    }

    assertThat(ofTwelve).isLessThan(0.01); // not 0, for rounding
    assertThat(ofThirteen).isGreaterThan(0.1);
  }

  /** The part of the residuals that the weights found leave over. */
  private static double unexplained(MovieRegression regression, Profile profile) {
    assertThat(MovieWeights.solve(regression, profile)).isTrue();
    double[][] system = system(regression, profile);
    double[] right = right(profile);
    double left = 0;
    for (int p = 0; p < right.length; p++) {
      left += Math.pow(right[p] - dot(system[p], profile.weight), 2);
    }
    return Math.sqrt(left / dot(right, right));
  }

  @Test
  void solve_saysThatItFailed_onAKernelOfNothing() {
    MovieRegression regression = regression(new float[MOVIES][MOVIES], 1e-300);

    assertThat(MovieWeights.solve(regression, profile(5, 1))).isFalse();
  }

  private static MovieRegression regression(float[][] kernel, double regularization) {
    return new MovieRegression(
        regularization,
        0.5,
        new Strength(1, 0, 0),
        FloatMatrix.ofRows(MOVIES, kernel),
        new float[0]);
  }

  /** Products of random rows, brought to a diagonal of 1; the shorter the rows, the harder. */
  private static float[][] kernel(int seed, int length) {
    Random random = new Random(seed);
    double[][] rows = new double[MOVIES][];
    for (int movie = 0; movie < MOVIES; movie++) {
      rows[movie] = random.doubles(length, -0.5, 1).toArray();
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
