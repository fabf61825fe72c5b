package io.reelrecs.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import io.reelrecs.core.score.Score;
import io.reelrecs.core.score.ScoreSource;
import io.reelrecs.core.score.Scores;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ServiceMetricsTest {

  private static final Scores SIX =
      Scores.of(
          List.of(
              score(ScoreSource.NEIGHBORS),
              score(ScoreSource.GLOBAL_MEAN),
              score(ScoreSource.NEIGHBORS),
              score(ScoreSource.MOVIE_BASELINE),
              score(ScoreSource.GLOBAL_MEAN),
              score(ScoreSource.NEIGHBORS)));

  private final List<Integer> sizes = new ArrayList<>();
  private final ServiceMetrics metrics = new ServiceMetrics(sizes::add);

  @Test
  void answered_countsEachCandidateOnceByItsSource() {
    metrics.answered(new ScoredCandidates(SIX, new BitSet()), 0);
    metrics.answered(new ScoredCandidates(Scores.of(List.of()), new BitSet()), 0);

    assertThat(metrics.snapshot())
        .isEqualTo(new MetricsSnapshot(2, 0, 0, 6, 0, 0, counts(3, 1, 0, 2)));
    assertThat(sizes).containsExactly(6, 0);
  }

  @Test
  void answered_failedCandidates_countAsDefaultedOnly() {
    BitSet failed = new BitSet();
    failed.set(1); // a GLOBAL_MEAN that stands for nothing
    failed.set(5);

    metrics.answered(new ScoredCandidates(SIX, failed), 4);

    assertThat(metrics.snapshot())
        .isEqualTo(new MetricsSnapshot(1, 0, 0, 6, 2, 4, counts(2, 1, 0, 1)));
  }

  private static Map<ScoreSource, Long> counts(long neighbors, long movie, long user, long mean) {
    return Map.of(
        ScoreSource.NEIGHBORS, neighbors,
        ScoreSource.MOVIE_BASELINE, movie,
        ScoreSource.USER_BASELINE, user,
        ScoreSource.GLOBAL_MEAN, mean);
  }

  private static Score score(ScoreSource source) {
    return new Score(0.5, 3, source, 0);
  }
}
