package io.reelrecs.train.blend;

import io.reelrecs.core.score.Blend;
import io.reelrecs.core.score.BlendWeights;
import io.reelrecs.core.score.FeatureRange;
import io.reelrecs.train.random.SplitMix64;
import java.util.Arrays;

/** An order of candidates: by these figures descending, ties to the lower id. Thread-safe. */
interface Order {

  /** One finite figure per candidate of a request. */
  double[] of(BlendCase each);

  /** By the scores of the wire, as a server with these weights sends them. */
  static Order blend(BlendWeights weights, FeatureRange range) {
    Blend blend = new Blend(weights, range);
    return each -> {
      float[] scores = blend.blend(each.cf(), each.request()).scores();
      double[] figures = new double[scores.length];
      Arrays.setAll(figures, i -> scores[i]);
      return figures;
    };
  }

  /** By chance; the same seed gives the same order. */
  static Order random(long seed) {
    return each -> {
      SplitMix64 random = SplitMix64.stream(seed, each.request().userId());
      double[] figures = new double[each.request().size()];
      for (int i = 0; i < figures.length; i++) {
        figures[i] = random.nextDouble();
      }
      return figures;
    };
  }
}
