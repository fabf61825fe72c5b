package io.reelrecs.train.blend;

import io.reelrecs.train.blend.BlendListener.Step;
import io.reelrecs.train.evaluate.split.Splits;
import io.reelrecs.train.ratings.RatingTable;

/**
 * Learns the five weights of a blend: holds a part of the ratings out, makes the requests that the
 * pipeline would make from the rest, and takes the weights whose order finds best what was held
 * out. Stateless and thread-safe.
 */
public final class BlendTuning {

  private BlendTuning() {}

  /**
   * Learns weights from all ratings of a plan. The plan's own weights play no part.
   *
   * <p>Costs one training, and some hundred passes over the requests, which are held in memory at
   * about 60 bytes a candidate. The same plan gives the same weights.
   *
   * @throws IllegalArgumentException if the ratings cannot be split so, or no user liked a
   *     candidate among what was held out
   * @throws InterruptedException if the thread is interrupted; its helpers are stopped then
   */
  public static LearnedWeights run(BlendPlan plan, BlendListener listener)
      throws InterruptedException {
    return learn(plan, plan.ratings(), listener);
  }

  /** Learns from these ratings instead. */
  static LearnedWeights learn(BlendPlan plan, RatingTable ratings, BlendListener listener)
      throws InterruptedException {
    Splits splits = plan.protocol().of(ratings);
    BlendCases cases = BlendCases.of(plan, splits.split(0), listener);
    WeightSearch search =
        new WeightSearch(
            cases.cases(),
            plan.range(),
            plan.threads(),
            done -> listener.progress(Step.LEARNING, done));
    Point best = search.best();
    return new LearnedWeights(
        best.weights(),
        plan.range(),
        search.value(best),
        search.value(Point.DEFAULT),
        search.tried(),
        splits.describe(),
        cases.hits());
  }
}
