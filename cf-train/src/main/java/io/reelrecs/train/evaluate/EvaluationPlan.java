package io.reelrecs.train.evaluate;

import io.reelrecs.train.evaluate.split.Splits;
import java.util.Objects;
import java.util.Optional;

/**
 * What to evaluate.
 *
 * @param splits what is trained on and what is asked
 * @param ratings whether predicted ratings are measured
 * @param ranking how rankings are measured, if they are
 * @param calibrationWidth width of the buckets of predicted ratings, in units of the ratings; more
 *     than 0
 * @param seed of the bootstrap when contenders are compared; any number
 * @param threads how many threads to use at most, at least 1; no figure depends on it
 */
public record EvaluationPlan(
    Splits splits,
    boolean ratings,
    Optional<RankingOptions> ranking,
    double calibrationWidth,
    long seed,
    int threads) {

  /**
   * Checks all of them.
   *
   * @throws IllegalArgumentException naming the one that is out of range
   */
  public EvaluationPlan {
    Objects.requireNonNull(splits, "splits");
    Objects.requireNonNull(ranking, "ranking");
    if (!ratings && ranking.isEmpty()) {
      throw new IllegalArgumentException("there must be something to measure: ratings or ranking");
    }
    if (!(calibrationWidth > 0 && calibrationWidth < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "calibrationWidth must be > 0 and finite, actual: " + calibrationWidth);
    }
    if (threads < 1) {
      throw new IllegalArgumentException("threads must be >= 1, actual: " + threads);
    }
  }

  /** Predicted ratings over these splits: buckets of 0.25, seed 1, a thread per core. */
  public static EvaluationPlan ofRatings(Splits splits) {
    int cores = Runtime.getRuntime().availableProcessors();
    return new EvaluationPlan(splits, true, Optional.empty(), 0.25, 1, cores);
  }

  /** Rankings over these splits: seed 1, a thread per core. */
  public static EvaluationPlan ofRanking(Splits splits, RankingOptions ranking) {
    int cores = Runtime.getRuntime().availableProcessors();
    return new EvaluationPlan(splits, false, Optional.of(ranking), 0.25, 1, cores);
  }

  /** This with rankings measured as well. */
  public EvaluationPlan withRanking(RankingOptions other) {
    return new EvaluationPlan(splits, ratings, Optional.of(other), calibrationWidth, seed, threads);
  }

  /** This with another width of the buckets of predicted ratings. */
  public EvaluationPlan withCalibrationWidth(double other) {
    return new EvaluationPlan(splits, ratings, ranking, other, seed, threads);
  }

  /** This with another seed. */
  public EvaluationPlan withSeed(long other) {
    return new EvaluationPlan(splits, ratings, ranking, calibrationWidth, other, threads);
  }

  /** This with another number of threads. */
  public EvaluationPlan withThreads(int other) {
    return new EvaluationPlan(splits, ratings, ranking, calibrationWidth, seed, other);
  }
}
