package io.reelrecs.train.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.reelrecs.core.matrix.RatingMatrix;
import io.reelrecs.core.model.Baseline;
import io.reelrecs.core.model.MovieRegression;
import io.reelrecs.core.model.Strength;
import io.reelrecs.train.heap.DataSize;
import io.reelrecs.train.heap.StepHeap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class MovieRegressionTrainerTest {

  private static MovieRegressionParameters parameters(double twoStepWeight) {
    return new MovieRegressionParameters(3, 0.4, 0.8, 0.3, twoStepWeight, new Strength(1, 2, 3));
  }

  private static MovieRegression train(
      RatingMatrix ratings, Baseline baseline, double twoStepWeight, int threads)
      throws InterruptedException {
    return MovieRegressionTrainer.train(
        ratings, baseline, parameters(twoStepWeight), threads, RegressionListener.NONE);
  }

  private static DenseRegression oracle(
      RatingMatrix ratings, Baseline baseline, double twoStepWeight) {
    DenseRegression oracle = DenseRegression.ofMovies(ratings, baseline, 3, 0.4);
    if (twoStepWeight > 0) {
      oracle.addTwoSteps(twoStepWeight);
    }
    return oracle;
  }

  @Test
  void kernel_isThatOfTheFormula() throws Exception {
    RatingMatrix ratings = Samples.ratings(70, 80, 0.2, 5);
    Baseline baseline = Samples.baseline(ratings, 5);
    for (double weight : new double[] {0, 0.7}) {
      DenseRegression oracle = oracle(ratings, baseline, weight);

      MovieRegression regression = train(ratings, baseline, weight, 2);

      double most = 0;
      double least = 0;
      for (int i = 0; i < ratings.movies(); i++) {
        for (int j = 0; j < ratings.movies(); j++) {
          double actual = regression.kernel().at(i, j);
          assertThat(actual)
              .isCloseTo(oracle.kernel[i][j], within(3e-6 + regression.kernel().step(i)));
          assertThat(actual).isEqualTo(regression.kernel().at(j, i));
          most = Math.max(most, actual);
          least = Math.min(least, actual);
        }
      }
      assertThat(most).isGreaterThan(1);
      assertThat(least).as("negative ones are kept").isLessThan(-0.01);
    }
  }

  @Test
  void weights_solveTheSystemOfEachUser() throws Exception {
    for (long seed = 1; seed <= 5; seed++) {
      RatingMatrix ratings = Samples.ratings(18, 25, 0.5, seed);
      Baseline baseline = Samples.baseline(ratings, seed);
      DenseRegression oracle = oracle(ratings, baseline, 0.7);

      MovieRegression regression = train(ratings, baseline, 0.7, 2);

      for (int user = 0; user < ratings.users(); user++) {
        int n = ratings.rowLength(user);
        double penalty = regression.penalty(n);
        double squares = 0;
        double[] exact = n == 0 ? new double[0] : oracle.solve(user, penalty);
        for (int i = 0; i < n; i++) {
          double off = regression.weights()[ratings.rowStart(user) + i] - exact[i];
          squares += off * off;
        }
        assertThat(Math.sqrt(squares))
            .as("user %s, seed %s", user, seed)
            .isLessThanOrEqualTo(n == 0 ? 0 : oracle.tolerance(user, penalty));
      }
    }
  }

  @Test
  void train_anyThreads_sameBits() throws Exception {
    RatingMatrix ratings = Samples.ratings(150, 210, 0.3, 4);
    Baseline baseline = Samples.baseline(ratings, 4);

    MovieRegression one = train(ratings, baseline, 1, 1);

    for (int threads : new int[] {2, 3, 8}) {
      MovieRegression several = train(ratings, baseline, 1, threads);
      assertThat(Arrays.equals(several.weights(), one.weights())).isTrue();
      assertThat(several.kernel()).isEqualTo(one.kernel());
    }
    // The same on every JDK and machine.
    assertThat(List.of(Arrays.hashCode(one.weights()), one.kernel().hashCode()))
        .containsExactly(815138531, 444416567);
  }

  @Test
  void train_movieWithoutRatings_similarToNone() throws Exception {
    RatingMatrix ratings = Samples.ratings(12, 9, 0.5, 6);

    MovieRegression regression = train(ratings, Samples.baseline(ratings, 6), 1, 2);

    assertThat(ratings.columnLength(8)).isZero();
    for (int movie = 0; movie < 9; movie++) {
      assertThat(regression.kernel().at(8, movie)).isZero();
      assertThat(regression.kernel().at(movie, 8)).isZero();
    }
    assertThat(regression.kernel().at(7, 7)).isPositive();
  }

  @Test
  void train_oneRating_isItsOwnSystem() throws Exception {
    RatingMatrix ratings = RatingMatrix.of(2, 2, new int[] {1}, new int[] {0}, new float[] {5});

    MovieRegression regression = train(ratings, Samples.flat(ratings, 3), 0, 4);

    double similarity = 4 / (4 + 3.0) + 0.4;
    double weight = 2 / (similarity + regression.penalty(1));
    assertThat(regression.kernel().at(0, 0)).isCloseTo(similarity, within(1e-6));
    assertThat(regression.weights()).hasSize(1);
    assertThat(regression.weights()[0]).isCloseTo((float) weight, within(1e-6f));
  }

  @Test
  void train_nothingLeftOver_noWeights() throws Exception {
    RatingMatrix ratings =
        RatingMatrix.of(2, 2, new int[] {0, 0, 1}, new int[] {0, 1, 1}, new float[] {4, 4, 4});

    MovieRegression regression = train(ratings, Samples.flat(ratings, 4), 1, 2);

    assertThat(regression.weights()).containsOnly(0);
    assertThat(regression.kernel().at(0, 1)).isPositive();
  }

  @Test
  void train_keepsItsParameters() throws Exception {
    RatingMatrix ratings = Samples.ratings(6, 5, 0.5, 6);

    MovieRegression regression = train(ratings, Samples.baseline(ratings, 6), 1, 1);

    assertThat(regression.regularization()).isEqualTo(0.8);
    assertThat(regression.exponent()).isEqualTo(0.3);
    assertThat(regression.strength()).isEqualTo(new Strength(1, 2, 3));
  }

  @Test
  void train_tellsHowFarItIs() throws Exception {
    RatingMatrix ratings = Samples.ratings(150, 210, 0.5, 6);
    for (double weight : new double[] {0, 1}) {
      List<Long> done = new ArrayList<>();
      List<Long> totals = new ArrayList<>();

      MovieRegressionTrainer.train(
          ratings,
          Samples.baseline(ratings, 6),
          parameters(weight),
          1,
          (now, total) -> {
            done.add(now);
            totals.add(total);
          });

      assertThat(done).isSorted().hasSizeBetween(50, 101).doesNotHaveDuplicates();
      assertThat(totals).containsOnly(done.get(done.size() - 1));
      // What is counted before the end is all there is, or the share of time would be wrong.
      assertThat(done.get(done.size() - 2)).isGreaterThan(totals.get(0) * 97 / 100);
    }
  }

  @Test
  void heap_growsWithMoviesNotWithUsers() {
    StepHeap ml1m =
        MovieRegressionTrainer.heap(new DataSize(6040, 3706, 1_000_209, 2314, 3428, true), 2);

    // Similarities of movies twice, once by their own numbers, and rounded: those stay.
    assertThat(ml1m.peak()).isBetween(160e6, 200e6);
    assertThat(ml1m.kept()).isBetween(28e6, 34e6);
    assertThat(MovieRegressionTrainer.heap(new DataSize(99_999, 3706, 1_000_209, 2314, 9, true), 2))
        .isEqualTo(ml1m);
    assertThat(MovieRegressionTrainer.heap(DataSize.of(6040, 37_060, 1_000_209), 2).peak())
        .isGreaterThan(37_060.0 * 37_060 * 8);
  }
}
