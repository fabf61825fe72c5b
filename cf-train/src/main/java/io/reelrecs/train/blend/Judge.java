package io.reelrecs.train.blend;

import io.reelrecs.core.topk.TopK;
import io.reelrecs.train.evaluate.ListQuality;
import io.reelrecs.train.evaluate.RankingOptions;
import java.util.List;

/** Measures orders of one request after another. Not thread-safe. */
final class Judge {

  /** How many of the best candidates are looked at. */
  static final int CUTOFF = 20;

  private static final RankingOptions OPTIONS =
      new RankingOptions(List.of(CUTOFF), CUTOFF, PipelineParameters.DEFAULT.positiveFrom());

  private final TopK best = new TopK(CUTOFF);
  private final ListQuality quality = new ListQuality(OPTIONS);
  private int saturated;

  /** The nDCG of the best {@value #CUTOFF} of a request in this order. */
  double ndcg(Order order, BlendCase each) {
    double[] figures = order.of(each);
    best.clear();
    for (int i = 0; i < figures.length; i++) {
      best.offer(i, figures[i]); // candidates ascend, so that the lower index is the lower id
    }
    best.sort();
    long[] list = new long[best.size()];
    saturated = 0;
    for (int rank = 0; rank < list.length; rank++) {
      list[rank] = each.request().movieId(best.index(rank));
      saturated += best.score(rank) == 1 ? 1 : 0;
    }
    quality.measure(list, each.wanted());
    return quality.ndcg(0);
  }

  /** How many of the best of the last request have the figure 1, the most that a score can be. */
  int saturated() {
    return saturated;
  }
}
