package io.reelrecs.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.reelrecs.core.matrix.RatingMatrix;
import io.reelrecs.core.model.Baseline;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.ojalgo.matrix.decomposition.LU;
import org.ojalgo.matrix.store.MatrixStore;
import org.ojalgo.matrix.store.R064Store;

final class BaselineTrainerTest {

  private static final int USERS = 12;
  private static final int MOVIES = 9;

  /**
   * Alternating least squares ends where the gradient of the whole regularized problem is zero;
   * that point is the solution of one linear system, which ojAlgo solves.
   */
  @Test
  void fit_manyAlternations_solvesTheRegularizedLeastSquares() {
    RatingMatrix matrix = random(5);

    Baseline baseline = new BaselineTrainer(500, 2, 5).fit(matrix);

    MatrixStore<Double> solution = solve(matrix, baseline.mean(), 2, 5);
    for (int user = 0; user < USERS; user++) {
      assertThat(baseline.userBias(user)).isCloseTo(solution.doubleValue(user, 0), within(1e-9));
    }
    for (int movie = 0; movie < MOVIES; movie++) {
      assertThat(baseline.movieBias(movie))
          .isCloseTo(solution.doubleValue(USERS + movie, 0), within(1e-9));
    }
  }

  private static MatrixStore<Double> solve(
      RatingMatrix matrix, double mean, double movieLambda, double userLambda) {
    int size = USERS + MOVIES;
    R064Store normal = R064Store.FACTORY.make(size, size);
    R064Store right = R064Store.FACTORY.make(size, 1);
    for (int i = 0; i < size; i++) {
      normal.add(i, i, i < USERS ? userLambda : movieLambda);
    }
    for (int user = 0; user < USERS; user++) {
      for (int p = matrix.rowStart(user); p < matrix.rowEnd(user); p++) {
        int movie = USERS + matrix.movieAt(p);
        normal.add(user, user, 1.0);
        normal.add(movie, movie, 1.0);
        normal.add(user, movie, 1.0);
        normal.add(movie, user, 1.0);
        right.add(user, 0, matrix.ratingAt(p) - mean);
        right.add(movie, 0, matrix.ratingAt(p) - mean);
      }
    }
    LU<Double> lu = LU.R064.make();
    assertThat(lu.decompose(normal)).isTrue();
    return lu.getSolution(right);
  }

  @Test
  void fit_movieWithoutRatings_hasNoBias() {
    RatingMatrix matrix = RatingMatrix.of(1, 2, new int[] {0}, new int[] {1}, new float[] {4});

    Baseline baseline = BaselineTrainer.DEFAULT.fit(matrix);

    assertThat(baseline.mean()).isEqualTo(4);
    assertThat(baseline.movieBias(0)).isZero();
  }

  @Test
  void constructor_outOfRange_saysWhichAndWhat() {
    assertThatThrownBy(() -> new BaselineTrainer(0, 1, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("alternations must be >= 1, actual: 0");
    assertThatThrownBy(() -> new BaselineTrainer(1, -1, Double.NaN))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("regularizations must be >= 0, actual: -1.0 and NaN");
  }

  private static RatingMatrix random(long seed) {
    Random random = new Random(seed);
    int[] user = new int[60];
    int[] movie = new int[60];
    float[] rating = new float[60];
    int size = 0;
    for (int u = 0; u < USERS; u++) {
      for (int m = u % 2; m < MOVIES && size < 60; m += 1 + random.nextInt(2)) {
        user[size] = u;
        movie[size] = m;
        rating[size++] = 1 + random.nextInt(5);
      }
    }
    return RatingMatrix.of(
        USERS,
        MOVIES,
        Arrays.copyOf(user, size),
        Arrays.copyOf(movie, size),
        Arrays.copyOf(rating, size));
  }
}
