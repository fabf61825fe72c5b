package io.reelrecs.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import io.reelrecs.core.score.Score;
import io.reelrecs.core.score.Scores;
import java.util.List;
import org.junit.jupiter.api.Test;

class CandidateScoringTest {

  /** Scores one by one and answers a batch with what it was given, whatever that is. */
  private record BadBatch(Scores batch) implements ToyScorer {
    @Override
    public double value(long userId, long movieId) {
      return 0.75;
    }

    @Override
    public Scores score(long userId, long[] movieIds) {
      return batch;
    }
  }

  @Test
  void score_batchOfTheWrongSize_scoresOneByOne() {
    assertOneByOne(Scores.of(List.of(ToyScorer.of(0.25))), "the scorer answered 1 of 2 candidates");
  }

  @Test
  void score_batchIsNull_scoresOneByOne() {
    assertOneByOne(null, "the scorer answered null");
  }

  private static CandidateScoring scoring(ToyScorer scorer) {
    return new CandidateScoring(new ModelQueries(ServedModel.of(scorer)));
  }

  private static void assertOneByOne(Scores batch, String logged) {
    try (LogCapture log = new LogCapture(CandidateScoring.class)) {
      ScoredCandidates scored = scoring(new BadBatch(batch)).score(5, new long[] {8, 9});

      assertThat(scored.scores().asList()).extracting(Score::value).containsExactly(0.75, 0.75);
      assertThat(scored.failed().isEmpty()).isTrue();
      assertThat(log.records()).hasSize(1);
      assertThat(log.records().get(0).getThrown()).hasMessage(logged);
    }
  }

  @Test
  void score_oneByOneIsNull_failsThatCandidateOnly() {
    ToyScorer scorer =
        new ToyScorer() {
          @Override
          public double value(long userId, long movieId) {
            return 1;
          }

          @Override
          public Score score(long userId, long movieId) {
            return movieId == 9 ? null : ToyScorer.of(0.5);
          }
        };
    try (LogCapture log = new LogCapture(CandidateScoring.class)) {
      ScoredCandidates scored = scoring(scorer).score(5, new long[] {8, 9, 10});

      assertThat(scored.failed().stream().toArray()).containsExactly(1);
      assertThat(log.records()).hasSize(1);
    }
  }
}
