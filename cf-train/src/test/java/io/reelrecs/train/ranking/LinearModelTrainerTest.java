package io.reelrecs.train.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.reelrecs.core.matrix.RatingMatrix;
import io.reelrecs.core.model.Ranking;
import io.reelrecs.train.heap.DataSize;
import io.reelrecs.train.heap.StepHeap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ojalgo.matrix.decomposition.LU;
import org.ojalgo.matrix.store.MatrixStore;
import org.ojalgo.matrix.store.R064Store;

final class LinearModelTrainerTest {

  private static final LinearModelParameters ALL =
      new LinearModelParameters(3, 0.7, 0.6, 0.3, 3, 0.5);

  /**
   * Column j of B is what predicts movie j from all others: a weighted ridge regression on the
   * others alone, solved for each movie by itself. No inverse of the whole, no division by its
   * diagonal.
   */
  @ParameterizedTest
  @ValueSource(ints = {6, 12, 40, 150}) // less than a block of the inverse, and several
  void train_isARegressionOfEachMovieOnTheOthers(int movies) throws Exception {
    RatingMatrix ratings = RandomRatings.of(30, movies, movies);

    Ranking.ByLinearModel model = LinearModelTrainer.train(ratings, ALL, 2);

    assertThat(model.positiveFrom()).isEqualTo(3);
    assertThat(model.lowestWeight()).isEqualTo(0.5);
    double[][] x = new double[ratings.users()][movies];
    double[] userCount = new double[ratings.users()];
    double[] movieCount = new double[movies];
    for (int user = 0; user < x.length; user++) {
      for (int movie = 0; movie < movies; movie++) {
        int at = ratings.find(user, movie);
        if (at >= 0 && ratings.ratingAt(at) >= 3) {
          x[user][movie] = 0.5 + (ratings.ratingAt(at) - 3) / 4;
          userCount[user]++;
          movieCount[movie]++;
        }
      }
    }
    double[] w = new double[x.length];
    double all = 0;
    double weighted = 0;
    for (int user = 0; user < w.length; user++) {
      w[user] = userCount[user] > 0 ? Math.pow(userCount[user], -0.6) : 0;
      all += userCount[user];
      weighted += w[user] * userCount[user];
    }
    for (int user = 0; user < w.length; user++) {
      w[user] *= all / weighted;
    }
    double withPositives = 0;
    for (double count : movieCount) {
      withPositives += count > 0 ? 1 : 0;
    }
    for (int j = 0; j < movies; j++) {
      double popularity = movieCount[j] * withPositives / all;
      MatrixStore<Double> solution = regression(x, w, j);
      for (int i = 0; i < movies; i++) {
        double expected =
            i == j || movieCount[j] == 0
                ? 0
                : solution.doubleValue(i < j ? i : i - 1, 0) * Math.pow(popularity, -0.3);
        assertThat(model.weights().at(i, j))
            .as("row %d, column %d", i, j)
            .isCloseTo(
                expected, within(1e-7 * Math.max(1, Math.abs(expected)) + model.weights().step(i)));
      }
    }
  }

  /** Of column j on all others: minimizes the weighted squares plus lambda and dropout's part. */
  private static MatrixStore<Double> regression(double[][] x, double[] w, int j) {
    int others = x[0].length - 1;
    R064Store normal = R064Store.FACTORY.make(others, others);
    R064Store right = R064Store.FACTORY.make(others, 1);
    for (int a = 0; a < others; a++) {
      int column = a < j ? a : a + 1;
      for (int user = 0; user < x.length; user++) {
        right.add(a, 0, w[user] * x[user][column] * x[user][j]);
        normal.add(a, a, 0.7 * w[user] * x[user][column] * x[user][column]);
        for (int b = 0; b < others; b++) {
          normal.add(a, b, w[user] * x[user][column] * x[user][b < j ? b : b + 1]);
        }
      }
      normal.add(a, a, 3.0);
    }
    LU<Double> lu = LU.R064.make();
    assertThat(lu.decompose(normal)).isTrue();
    return lu.getSolution(right);
  }

  @Test
  void train_isTheSameOnThreads() throws Exception {
    RatingMatrix ratings = RandomRatings.of(400, 300, 11);

    assertThat(LinearModelTrainer.train(ratings, ALL, 3))
        .isEqualTo(LinearModelTrainer.train(ratings, ALL, 1));
  }

  @Test
  void train_moviesWithoutPositives_changeNothing() throws Exception {
    RatingMatrix ratings = RandomRatings.of(30, 20, 1);
    int[] user = new int[ratings.size()];
    int[] movie = new int[ratings.size()];
    float[] rating = new float[ratings.size()];
    for (int u = 0; u < ratings.users(); u++) {
      for (int p = ratings.rowStart(u); p < ratings.rowEnd(u); p++) {
        user[p] = u;
        movie[p] = 3 * ratings.movieAt(p) + 1;
        rating[p] = ratings.ratingAt(p);
      }
    }
    RatingMatrix spread = RatingMatrix.of(ratings.users(), 61, user, movie, rating);

    Ranking.ByLinearModel model = LinearModelTrainer.train(ratings, ALL, 2);
    Ranking.ByLinearModel wide = LinearModelTrainer.train(spread, ALL, 2);

    for (int i = 0; i < 61; i++) {
      for (int j = 0; j < 61; j++) {
        double expected = i % 3 == 1 && j % 3 == 1 ? model.weights().at(i / 3, j / 3) : 0;
        assertThat(wide.weights().at(i, j)).isEqualTo(expected);
      }
    }
  }

  @Test
  void train_ratingsBelow_areAsIfTheyWereNotThere() throws Exception {
    RatingMatrix ratings = RandomRatings.of(30, 20, 2);
    RatingMatrix positives = Positives.of(ratings, 4).ones();

    Ranking.ByLinearModel model =
        LinearModelTrainer.train(ratings, LinearModelParameters.plain(2, 4), 1);
    Ranking.ByLinearModel ones =
        LinearModelTrainer.train(
            positives, LinearModelParameters.plain(2, Double.NEGATIVE_INFINITY), 1);

    assertThat(positives.movies()).isEqualTo(19);
    for (int i = 0; i < 19; i++) {
      for (int j = 0; j < 19; j++) {
        assertThat(model.weights().at(i, j)).isEqualTo(ones.weights().at(i, j));
      }
    }
  }

  @Test
  void train_withoutPositives_hasWeightsOfZero() throws Exception {
    RatingMatrix ratings = RandomRatings.of(5, 4, 3);

    Ranking.ByLinearModel model =
        LinearModelTrainer.train(ratings, LinearModelParameters.plain(2, 6), 1);

    assertThat(model.weights().rows()).isEqualTo(4);
    for (int movie = 0; movie < 4; movie++) {
      assertThat(model.weights().at(0, movie)).isZero();
    }
  }

  @Test
  void train_lambdaTooSmall_saysSo() throws Exception {
    RatingMatrix twins =
        RatingMatrix.of(2, 2, new int[] {0, 0}, new int[] {0, 1}, new float[] {5, 5});

    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> LinearModelTrainer.train(twins, LinearModelParameters.plain(1e-300, 4), 1))
        .withMessage(
            "lambda must be larger for these ratings to give a solution, actual: 1.0E-300");
  }

  @Test
  void heap_isThatOfMoviesThatHaveAPositive() {
    RatingMatrix ratings =
        RatingMatrix.of(1, 10, new int[3], new int[] {0, 4, 7}, new float[] {5, 3, 4});

    int movies = LinearModelTrainer.positiveMovies(ratings, 4);
    StepHeap heap = LinearModelTrainer.heap(DataSize.of(ratings), movies);

    assertThat(movies).isEqualTo(2);
    assertThat(heap.kept()).isEqualTo(2 * 10 * 10);
    assertThat(heap.peak()).isEqualTo(4 * 2 * (2 + 10) + 2 * 1_200 + 3 * 28 + 2 * 10 * 10);
  }

  @Test
  void heap_manyMovies_isMoreThanAnIntCounts() {
    DataSize data = DataSize.of(1, 1 << 20, 0);

    assertThat(LinearModelTrainer.heap(data, 1 << 20).peak()).isGreaterThan(0x1p43);
  }
}
