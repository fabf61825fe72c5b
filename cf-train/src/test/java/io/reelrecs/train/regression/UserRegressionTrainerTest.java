package io.reelrecs.train.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.reelrecs.core.matrix.RatingMatrix;
import io.reelrecs.core.model.Baseline;
import io.reelrecs.core.model.MovieRegression;
import io.reelrecs.core.model.UserRegression;
import io.reelrecs.train.heap.DataSize;
import io.reelrecs.train.heap.StepHeap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class UserRegressionTrainerTest {

  private static final UserRegressionParameters PARAMETERS =
      new UserRegressionParameters(3, 0.4, 0.8, 0.3, UserRegressionParameters.DEFAULT.strength());

  private static UserRegression train(RatingMatrix ratings, Baseline baseline, int threads)
      throws InterruptedException {
    return UserRegressionTrainer.train(
        ratings, baseline, PARAMETERS, threads, RegressionListener.NONE);
  }

  @Test
  void weights_solveTheSystemOfEachMovie() throws Exception {
    for (long seed = 1; seed <= 5; seed++) {
      RatingMatrix ratings = Samples.ratings(25, 18, 0.5, seed);
      Baseline baseline = Samples.baseline(ratings, seed);
      DenseRegression oracle = DenseRegression.ofUsers(ratings, baseline, 3, 0.4);

      UserRegression regression = train(ratings, baseline, 2);

      for (int movie = 0; movie < ratings.movies(); movie++) {
        int n = ratings.columnLength(movie);
        double penalty = MovieRegression.penalty(0.8, 0.3, n);
        double squares = 0;
        double[] exact = n == 0 ? new double[0] : oracle.solve(movie, penalty);
        for (int i = 0; i < n; i++) {
          double off = regression.weights()[ratings.columnStart(movie) + i] - exact[i];
          squares += off * off;
        }
        assertThat(Math.sqrt(squares))
            .as("movie %s, seed %s", movie, seed)
            .isLessThanOrEqualTo(n == 0 ? 0 : oracle.tolerance(movie, penalty));
      }
    }
  }

  /**
   * With few raters the gradients end at the solution itself, so that nothing hides behind them.
   */
  @Test
  void weights_ofFewRaters_areExact() throws Exception {
    RatingMatrix ratings = Samples.ratings(5, 40, 0.4, 9);
    Baseline baseline = Samples.baseline(ratings, 9);
    DenseRegression oracle = DenseRegression.ofUsers(ratings, baseline, 3, 0.4);

    UserRegression regression = train(ratings, baseline, 2);

    int single = 0;
    for (int movie = 0; movie < ratings.movies(); movie++) {
      if (ratings.columnLength(movie) == 1) {
        double penalty = MovieRegression.penalty(0.8, 0.3, 1);
        assertThat(regression.weights()[ratings.columnStart(movie)])
            .isCloseTo((float) oracle.solve(movie, penalty)[0], within(1e-6f));
        single++;
      }
    }
    assertThat(single).isPositive();
  }

  @Test
  void sums_giveWhatTheSimilaritiesGive() throws Exception {
    RatingMatrix ratings = Samples.ratings(30, 20, 0.4, 3);
    Baseline baseline = Samples.baseline(ratings, 3);
    DenseRegression oracle = DenseRegression.ofUsers(ratings, baseline, 3, 0.4);

    UserRegression regression = train(ratings, baseline, 2);

    for (int user = 0; user < ratings.users(); user++) {
      for (int movie = 0; movie < ratings.movies(); movie++) {
        double expected = 0;
        for (int p = ratings.columnStart(movie); p < ratings.columnEnd(movie); p++) {
          expected += oracle.kernel[user][ratings.userAt(p)] * regression.weights()[p];
        }
        double residuals = 0;
        double counts = 0;
        double off = 0;
        for (int p = ratings.rowStart(user); p < ratings.rowEnd(user); p++) {
          int j = ratings.movieAt(p);
          residuals += oracle.e[user][j] * regression.residuals().at(movie, j);
          counts += regression.counts().at(movie, j);
          off += Math.abs(oracle.e[user][j]) * regression.residuals().step(movie);
          off += regression.counts().step(movie);
        }
        assertThat(oracle.x[user] * residuals + 0.4 * oracle.c[user] * counts)
            .isCloseTo(expected, within(1e-5 + off));
      }
    }
  }

  @Test
  void train_anyThreads_sameBits() throws Exception {
    RatingMatrix ratings = Samples.ratings(210, 150, 0.3, 4);
    Baseline baseline = Samples.baseline(ratings, 4);

    UserRegression one = train(ratings, baseline, 1);

    for (int threads : new int[] {2, 3, 8}) {
      UserRegression several = train(ratings, baseline, threads);
      assertThat(Arrays.equals(several.weights(), one.weights())).isTrue();
      assertThat(several.residuals()).isEqualTo(one.residuals());
      assertThat(several.counts()).isEqualTo(one.counts());
    }
    // The same on every JDK and machine.
    assertThat(
            List.of(
                Arrays.hashCode(one.weights()),
                one.residuals().hashCode(),
                one.counts().hashCode()))
        .containsExactly(-1349208494, 1765050322, -1822768931);
  }

  @Test
  void train_movieWithoutRatings_rowOfZeros() throws Exception {
    RatingMatrix ratings = Samples.ratings(12, 9, 0.5, 6);

    UserRegression regression = train(ratings, Samples.baseline(ratings, 6), 2);

    assertThat(ratings.columnLength(8)).isZero();
    for (int movie = 0; movie < 9; movie++) {
      assertThat(regression.residuals().at(8, movie)).isZero();
      assertThat(regression.counts().at(8, movie)).isZero();
      assertThat(regression.residuals().at(movie, 8)).isZero();
      assertThat(regression.counts().at(movie, 8)).isZero();
    }
    assertThat(regression.counts().at(7, 7)).isNotZero();
  }

  @Test
  void train_nothingLeftOver_allZero() throws Exception {
    RatingMatrix ratings =
        RatingMatrix.of(2, 2, new int[] {0, 0, 1}, new int[] {0, 1, 1}, new float[] {4, 4, 4});

    UserRegression regression = train(ratings, Samples.flat(ratings, 4), 2);

    assertThat(regression.weights()).containsOnly(0);
    assertThat(regression.residuals().at(0, 1)).isZero();
    assertThat(regression.counts().at(0, 1)).isZero();
  }

  @Test
  void train_oneRating_isItsOwnSystem() throws Exception {
    RatingMatrix ratings = RatingMatrix.of(1, 1, new int[] {0}, new int[] {0}, new float[] {5});

    UserRegression regression = train(ratings, Samples.flat(ratings, 3), 4);

    double similarity = 4 / (4 + 3.0) + 0.4;
    double weight = 2 / (similarity + MovieRegression.penalty(0.8, 0.3, 1));
    assertThat(regression.weights()[0]).isCloseTo((float) weight, within(1e-6f));
    assertThat(regression.residuals().at(0, 0)).isCloseTo(weight / Math.sqrt(7) * 2, within(1e-6));
    assertThat(regression.counts().at(0, 0)).isCloseTo(weight, within(1e-6));
  }

  @Test
  void train_noRatings_nothing() throws Exception {
    RatingMatrix ratings = RatingMatrix.of(3, 2, new int[0], new int[0], new float[0]);

    UserRegression regression = train(ratings, Samples.flat(ratings, 0), 2);

    assertThat(regression.weights()).isEmpty();
    assertThat(regression.residuals().rows()).isEqualTo(2);
  }

  @Test
  void train_keepsItsParameters() throws Exception {
    RatingMatrix ratings = Samples.ratings(6, 5, 0.5, 6);

    UserRegression regression = train(ratings, Samples.baseline(ratings, 6), 1);

    assertThat(regression.shrinkage()).isEqualTo(3);
    assertThat(regression.countWeight()).isEqualTo(0.4);
    assertThat(regression.strength()).isEqualTo(PARAMETERS.strength());
  }

  @Test
  void train_tellsHowFarItIs() throws Exception {
    RatingMatrix ratings = Samples.ratings(60, 50, 0.5, 6);
    List<Long> done = Collections.synchronizedList(new ArrayList<>());
    List<Long> totals = Collections.synchronizedList(new ArrayList<>());

    UserRegressionTrainer.train(
        ratings,
        Samples.baseline(ratings, 6),
        PARAMETERS,
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

  @Test
  void train_interrupted_stops() {
    RatingMatrix ratings = Samples.ratings(60, 50, 0.5, 6);
    for (int threads : new int[] {1, 3}) {
      Thread caller = Thread.currentThread();
      AtomicBoolean interrupted = new AtomicBoolean();
      assertThatThrownBy(
              () ->
                  UserRegressionTrainer.train(
                      ratings,
                      Samples.baseline(ratings, 6),
                      PARAMETERS,
                      threads,
                      (done, total) -> {
                        if (!interrupted.getAndSet(true)) {
                          caller.interrupt();
                        }
                      }))
          .isInstanceOf(InterruptedException.class);
      assertThat(Thread.interrupted()).isFalse();
    }
  }

  @Test
  void train_wrongInput_saysWhatIsWrong() {
    RatingMatrix ratings = Samples.ratings(6, 5, 0.5, 6);
    RatingMatrix other = Samples.ratings(7, 5, 0.5, 6);

    assertThatThrownBy(() -> train(ratings, Samples.baseline(other, 1), 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("baseline must be of the same users and movies, 6 and 5, actual: 7 and 5");
    assertThatThrownBy(() -> train(ratings, Samples.baseline(ratings, 1), 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("threads must be >= 1, actual: 0");
  }

  @Test
  void heap_growsWithUsersMoviesRatersAndThreads() {
    StepHeap ml1m =
        UserRegressionTrainer.heap(new DataSize(6040, 3706, 1_000_209, 2314, 3428, true), 2);

    // Similarities of users while training, and two sums for each two movies that stay.
    assertThat(ml1m.peak()).isBetween(180e6, 250e6);
    assertThat(ml1m.kept()).isBetween(55e6, 62e6);
    assertThat(UserRegressionTrainer.heap(DataSize.of(60_400, 3706, 1_000_209), 1).peak())
        .isGreaterThan(60_400.0 * 60_400 * 2);
    assertThat(UserRegressionTrainer.heap(DataSize.of(100, 3706, 1_000_209), 1).peak())
        .isGreaterThan(3706.0 * 3706 * 8);
    DataSize popular = new DataSize(60_400, 100, 1_000_209, 50, 50_000, true);
    double oneSystem = 50_000.0 * 50_000 * 4;
    assertThat(
            UserRegressionTrainer.heap(popular, 3).peak()
                - UserRegressionTrainer.heap(popular, 2).peak())
        .isBetween(oneSystem, 1.01 * oneSystem);
  }
}
