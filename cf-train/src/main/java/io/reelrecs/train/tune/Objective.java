package io.reelrecs.train.tune;

import io.reelrecs.train.evaluate.EvaluationPlan;
import io.reelrecs.train.evaluate.Measure.Better;
import io.reelrecs.train.evaluate.Metric;
import io.reelrecs.train.evaluate.RankingOptions;
import io.reelrecs.train.evaluate.split.RandomHoldOut;
import io.reelrecs.train.evaluate.split.Splits;
import io.reelrecs.train.evaluate.split.UserHoldOut;
import io.reelrecs.train.ratings.RatingTable;
import java.util.List;

/**
 * What a search makes better.
 *
 * @param metric of predicted ratings or of rankings; one that is better one way
 * @param positiveFrom the lowest rating that counts as a hit in a ranking
 */
public record Objective(Metric metric, double positiveFrom) {

  /**
   * Checks both.
   *
   * @throws IllegalArgumentException if the metric has no better direction
   */
  public Objective {
    if (metric.measure().better() == Better.NEITHER) {
      throw new IllegalArgumentException(
          "metric must be one that is better lower or higher, such as rmse or ndcg@10, actual: "
              + metric.label());
    }
    if (Double.isNaN(positiveFrom)) {
      throw new IllegalArgumentException("positiveFrom must be a number, actual: NaN");
    }
  }

  /** This metric, with ratings of 4 and more as hits. */
  public static Objective of(Metric metric) {
    return new Objective(metric, RankingOptions.DEFAULT.positiveFrom());
  }

  /** Whether less is better. */
  public boolean lowerIsBetter() {
    return metric.measure().better() == Better.LOWER;
  }

  /** By how much a value is better than another; negative where it is worse. */
  public double gain(double value, double other) {
    return lowerIsBetter() ? other - value : value - other;
  }

  /** Whether recommendations are measured rather than predicted ratings. */
  public boolean isRanking() {
    return metric.measure().isCut();
  }

  /**
   * The one split of a search: for ratings a random share of all of them is held out, as in k-fold;
   * for rankings that share of each user's, so that nobody is without training ratings.
   */
  Splits split(RatingTable ratings, double holdOut, long seed) {
    return isRanking()
        ? UserHoldOut.ofFraction(ratings, holdOut, seed)
        : RandomHoldOut.of(ratings, holdOut, 1, seed);
  }

  EvaluationPlan plan(Splits splits, int threads) {
    EvaluationPlan plan =
        isRanking()
            ? EvaluationPlan.ofRanking(
                splits, new RankingOptions(List.of(metric.k()), metric.k(), positiveFrom))
            : EvaluationPlan.ofRatings(splits);
    return plan.withThreads(threads);
  }

  /** The metric in words: "ndcg@10, hits from 4.0". */
  String describe() {
    return metric.label() + (isRanking() ? ", hits from " + positiveFrom : "");
  }
}
