package io.reelrecs.train;

import io.reelrecs.core.matrix.MissingRating;
import io.reelrecs.core.matrix.RatingMatrix;
import io.reelrecs.core.matrix.RatingScale;
import io.reelrecs.core.model.Baseline;
import io.reelrecs.core.model.Learned;
import io.reelrecs.core.model.MovieRegression;
import io.reelrecs.core.model.Ranking;
import io.reelrecs.core.model.Strength;
import io.reelrecs.core.model.UserRegression;
import io.reelrecs.train.Recipe.Values;
import io.reelrecs.train.ranking.LinearModelParameters;
import io.reelrecs.train.ranking.LinearModelTrainer;
import io.reelrecs.train.ranking.NeighborRankingParameters;
import io.reelrecs.train.ranking.NeighborRankingTrainer;
import io.reelrecs.train.regression.MovieRegressionParameters;
import io.reelrecs.train.regression.MovieRegressionTrainer;
import io.reelrecs.train.regression.UserRegressionParameters;
import io.reelrecs.train.regression.UserRegressionTrainer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/**
 * Trains what a recipe asks for beyond the baseline and the neighbor graph: turns its values into
 * the parameters of the trainers, and calls them.
 */
final class Learner {

  private static final RatingScale ANY_SCALE = new RatingScale(1, 5, 1);

  private final RatingMatrix ratings;
  private final Baseline baseline;
  private final int threads;
  private final TrainingListener listener;
  private final StepClock clock;

  Learner(
      RatingMatrix ratings,
      Baseline baseline,
      int threads,
      TrainingListener listener,
      StepClock clock) {
    this.ratings = ratings;
    this.baseline = baseline;
    this.threads = threads;
    this.listener = listener;
    this.clock = clock;
  }

  /** By what a model recommends; the names of the values of {@link Parameters#RANKING}. */
  private enum Objective {
    NEIGHBORS,
    LINEAR,
    POPULARITY,
    PREDICTION;

    static Objective of(Values values) {
      for (Objective objective : values()) {
        if (objective.name().toLowerCase(Locale.ROOT).equals(values.text(Parameters.RANKING))) {
          return objective;
        }
      }
      String known = Arrays.toString(values()).toLowerCase(Locale.ROOT);
      throw values.bad(Parameters.RANKING, "one of " + known, null);
    }
  }

  /**
   * Makes every parameter object that the recipe needs, and lets go of them.
   *
   * @throws IllegalArgumentException if a value is not of its kind or out of range
   */
  static void check(Values values) {
    switch (values.algorithm()) {
      case REFERENCE -> {
        k(values);
        missing(values);
      }
      case USER -> {
        userRegression("", values);
        neighborRanking(values, ANY_SCALE);
        Objective.of(values);
      }
      case ITEM -> {
        movieRegression("", values);
        neighborRanking(values, ANY_SCALE);
        Objective.of(values);
      }
      case FUSION -> {
        userRegression("user-", values);
        movieRegression("movie-", values);
        neighborRanking(values, ANY_SCALE);
        Objective.of(values);
      }
      case EASE -> linearModel(values, ANY_SCALE);
      case POPULAR -> values.positiveFrom(ANY_SCALE);
      case BASELINE -> {
        // has none
      }
    }
  }

  /** Neighbors per user of the reference algorithm. */
  static int k(Values values) {
    int k = values.whole("k");
    if (k < 1) {
      throw new IllegalArgumentException("k must be >= 1, actual: " + k);
    }
    return k;
  }

  /** How the reference algorithm compares users. */
  static MissingRating missing(Values values) {
    return switch (values.text("missing")) {
      case "zero" -> MissingRating.ZERO;
      case "user-mean" -> MissingRating.USER_MEAN;
      default -> throw values.bad("missing", "zero or user-mean", null);
    };
  }

  Learned learn(Values values) {
    return switch (values.algorithm()) {
      case REFERENCE, BASELINE -> Learned.NOTHING;
      case USER -> learned(users("", values), null, ranking(values));
      case ITEM -> learned(null, movies("", values), ranking(values));
      case FUSION -> learned(users("user-", values), movies("movie-", values), ranking(values));
      case EASE -> learned(null, null, linear(linearModel(values, ratings.scale())));
      case POPULAR -> learned(null, null, popularity(values));
    };
  }

  private static Learned learned(UserRegression users, MovieRegression movies, Ranking ranking) {
    return new Learned(Optional.ofNullable(users), Optional.ofNullable(movies), ranking);
  }

  private UserRegression users(String prefix, Values values) {
    UserRegressionParameters parameters = userRegression(prefix, values);
    return clock.time(
        TrainingStep.USERS,
        () ->
            finished(
                () ->
                    UserRegressionTrainer.train(
                        ratings,
                        baseline,
                        parameters,
                        threads,
                        (done, total) -> listener.progress(TrainingStep.USERS, done, total))));
  }

  private MovieRegression movies(String prefix, Values values) {
    MovieRegressionParameters parameters = movieRegression(prefix, values);
    return clock.time(
        TrainingStep.MOVIES,
        () ->
            finished(
                () ->
                    MovieRegressionTrainer.train(
                        ratings,
                        baseline,
                        parameters,
                        threads,
                        (done, total) -> listener.progress(TrainingStep.MOVIES, done, total))));
  }

  private Ranking ranking(Values values) {
    return switch (Objective.of(values)) {
      case PREDICTION -> new Ranking.ByPrediction();
      case POPULARITY -> popularity(values);
      case LINEAR -> {
        LinearModelParameters best = LinearModelParameters.DEFAULT;
        yield linear(best.withPositiveFrom(values.positiveFrom(ratings.scale())));
      }
      case NEIGHBORS -> {
        NeighborRankingParameters parameters = neighborRanking(values, ratings.scale());
        yield clock.time(
            TrainingStep.RANKING,
            () ->
                NeighborRankingTrainer.train(
                    ratings,
                    parameters,
                    threads,
                    (done, total) -> listener.progress(TrainingStep.RANKING, done, total)));
      }
    };
  }

  private Ranking popularity(Values values) {
    return new Ranking.ByPopularity(values.positiveFrom(ratings.scale()));
  }

  private Ranking linear(LinearModelParameters parameters) {
    return clock.time(
        TrainingStep.RANKING,
        () -> finished(() -> LinearModelTrainer.train(ratings, parameters, threads)));
  }

  private static UserRegressionParameters userRegression(String prefix, Values values) {
    return new UserRegressionParameters(
        values.number(prefix + "shrinkage"),
        values.number(prefix + "count-weight"),
        values.number(prefix + "regularization"),
        values.number(prefix + "exponent"),
        strength(prefix, values));
  }

  private static MovieRegressionParameters movieRegression(String prefix, Values values) {
    return new MovieRegressionParameters(
        values.number(prefix + "shrinkage"),
        values.number(prefix + "count-weight"),
        values.number(prefix + "regularization"),
        values.number(prefix + "exponent"),
        values.number(prefix + "two-steps"),
        strength(prefix, values));
  }

  private static Strength strength(String prefix, Values values) {
    return new Strength(
        values.number(prefix + "strength"),
        values.number(prefix + "strength-by-user"),
        values.number(prefix + "strength-by-movie"));
  }

  private static NeighborRankingParameters neighborRanking(Values values, RatingScale scale) {
    return new NeighborRankingParameters(
        values.whole("neighbors"),
        values.number("similarity-exponent"),
        values.number("popularity-exponent"),
        values.positiveFrom(scale));
  }

  private static LinearModelParameters linearModel(Values values, RatingScale scale) {
    return new LinearModelParameters(
        values.number("lambda"),
        values.number("dropout"),
        values.number("user-exponent"),
        values.number("popularity-exponent"),
        values.positiveFrom(scale),
        values.number("lowest-weight"));
  }

  private interface Interruptible<T> {
    T run() throws InterruptedException;
  }

  /** The result, or an end of the training where its thread was interrupted. */
  private static <T> T finished(Interruptible<T> work) {
    try {
      return work.run();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      CancellationException cancelled = new CancellationException("the training was interrupted");
      cancelled.initCause(e);
      throw cancelled;
    }
  }
}
