package io.reelrecs.train.blend;

import io.reelrecs.core.score.BlendWeights;
import io.reelrecs.core.score.FeatureRange;

/**
 * The weights that ordered some requests best.
 *
 * @param weights the weights, in whole hundredths that sum to 1
 * @param range what was done with features above 1 when they were learned
 * @param ndcg their mean nDCG@20 on what they were learned on; on other ratings it is less
 * @param defaultNdcg that of the default weights, never more
 * @param tried how many weights were tried
 * @param protocol how the ratings that they were learned on were held out, in words
 * @param hits who was asked there
 */
public record LearnedWeights(
    BlendWeights weights,
    FeatureRange range,
    double ndcg,
    double defaultNdcg,
    int tried,
    String protocol,
    BlendHits hits) {

  /** Whether nothing better was found than the default weights. */
  public boolean isDefault() {
    return weights.equals(BlendWeights.DEFAULT);
  }
}
