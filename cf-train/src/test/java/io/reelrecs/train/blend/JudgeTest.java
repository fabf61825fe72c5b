package io.reelrecs.train.blend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.reelrecs.core.score.BlendWeights;
import io.reelrecs.core.score.FeatureRange;
import io.reelrecs.core.score.Score;
import io.reelrecs.core.score.ScoreSource;
import io.reelrecs.core.score.Scores;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class JudgeTest {

  private static final Order SERVED = Order.blend(BlendWeights.DEFAULT, FeatureRange.RESCALE);
  private static final Order RAW = Order.blend(BlendWeights.DEFAULT, FeatureRange.RAW);

  private final Judge judge = new Judge();

  /** Three candidates with counts of 100, 400 and 200, of whom the user wanted the last. */
  private static BlendCase counts() {
    PipelineRequest request = new PipelineRequest(1, 3);
    request.set(0, 10, 0, 100, 0, 0);
    request.set(1, 20, 0, 400, 0, 0);
    request.set(2, 30, 0, 200, 0, 0);
    Score half = new Score(0.5, 3, ScoreSource.NEIGHBORS, 1);
    return new BlendCase(request, Scores.of(List.of(half, half, half)), new long[] {30});
  }

  @Test
  void ndcg_ofCounts_needsThemRescaled() {
    // 0.4 * 0.5 + 0.2 * count / 400: 20 first, then 30.
    assertThat(judge.ndcg(SERVED, counts())).isEqualTo(Math.log(2) / Math.log(3), within(1e-12));
    assertThat(judge.saturated()).isZero();
    // All of them clamped to 1: by id, 30 comes last.
    assertThat(judge.ndcg(RAW, counts())).isEqualTo(0.5, within(1e-12));
    assertThat(judge.saturated()).isEqualTo(3);
  }

  @Test
  void ndcg_looksAtTheBestTwentyAlone() {
    PipelineRequest request = new PipelineRequest(1, 21);
    for (int i = 0; i < 21; i++) {
      request.set(i, i, 0, 0, 0, 0);
    }
    Score same = new Score(0.5, 3, ScoreSource.NEIGHBORS, 1);
    Scores scores = Scores.of(Collections.nCopies(21, same));
    Order ties = each -> new double[21];

    assertThat(judge.ndcg(ties, new BlendCase(request, scores, new long[] {20}))).isZero();
    assertThat(judge.ndcg(ties, new BlendCase(request, scores, new long[] {19})))
        .isEqualTo(Math.log(2) / Math.log(21), within(1e-12));
  }

  @Test
  void random_sameSeed_sameOrder() {
    assertThat(Order.random(1).of(counts())).isEqualTo(Order.random(1).of(counts()));
    assertThat(Order.random(1).of(counts())).isNotEqualTo(Order.random(2).of(counts()));
  }
}
