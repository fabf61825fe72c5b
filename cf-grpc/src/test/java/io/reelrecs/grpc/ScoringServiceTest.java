package io.reelrecs.grpc;

import static io.reelrecs.grpc.Requests.candidate;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.reelrecs.core.score.BlendWeights;
import io.reelrecs.core.score.FeatureRange;
import io.reelrecs.core.score.ScoreSource;
import io.reelrecs.grpc.proto.CandidateFeatures;
import io.reelrecs.grpc.proto.ScoreRequest;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ScoringServiceTest {

  private static final BlendWeights CF_ONLY = new BlendWeights(1, 0, 0, 0, 0);

  @Test
  void scoreCandidates_emptyRequest_emptyResponse() {
    try (InProcess service = new InProcess((user, movie) -> 1)) {
      assertThat(
              service.client().scoreCandidates(ScoreRequest.getDefaultInstance()).getScoresList())
          .isEmpty();
      assertThat(service.metrics().requests()).isEqualTo(1);
    }
  }

  @Test
  void scoreCandidates_manyCandidates_answersEachInOrder() {
    ServerOptions options = ServerOptions.builder().weights(CF_ONLY).build();
    try (InProcess service = new InProcess((user, movie) -> movie / 1000.0, options)) {
      CandidateFeatures[] shuffled = {
        Requests.plain(731), Requests.plain(2), Requests.plain(500), Requests.plain(2)
      };

      assertThat(service.client().scoreCandidates(Requests.of(1, shuffled)).getScoresList())
          .containsExactly(0.731f, 0.002f, 0.5f, 0.002f);
    }
  }

  @Test
  void scoreCandidates_idsAbove31Bits_areUnsigned() {
    ServerOptions options = ServerOptions.builder().weights(CF_ONLY).build();
    ToyScorer scorer =
        (user, movie) -> user == 4_294_967_295L && movie == 2_147_483_648L ? 0.75 : 0.125;
    try (InProcess service = new InProcess(scorer, options)) {
      ScoreRequest request = Requests.of(-1, Requests.plain(Integer.MIN_VALUE), Requests.plain(1));

      assertThat(service.client().scoreCandidates(request).getScoresList())
          .containsExactly(0.75f, 0.125f);
    }
  }

  /** The expected bits were computed with Python's own arithmetic, not with this code. */
  @Test
  void scoreCandidates_featuresWithinOne_givesPythonsScoresExactly() {
    double[] cf = {0.83, 0.1234567, 1, 0, 0.5, 0.75};
    ScoreRequest request =
        Requests.of(
            1,
            candidate(0, 0.5, 0.25, 0.75, 1.0),
            candidate(1, 0.3333, 0.1, 0.9, 0.7),
            candidate(2, 1, 1, 1, 1),
            candidate(3, 0, 0, 0, 0),
            candidate(4, 0.0, 1.0, 0.01, 0.2),
            candidate(5, 0.6, 0.35, 0.999, 0.05));
    for (FeatureRange range : FeatureRange.values()) {
      ServerOptions options = ServerOptions.builder().featureRange(range).build();
      try (InProcess service = new InProcess((user, movie) -> cf[(int) movie], options)) {
        assertThat(service.client().scoreCandidates(request).getScoresList())
            .as("%s", range)
            .containsExactly(
                bits(0x3f21cac1), bits(0x3e8e2fb3), 1f, 0f, bits(0x3ed26e98), bits(0x3f1f559b));
      }
    }
  }

  private static float bits(int bits) {
    return Float.intBitsToFloat(bits);
  }

  @Test
  void scoreCandidates_countsInsteadOfShares_rescaleKeepsTheirOrderWithoutTies() {
    try (InProcess service = new InProcess((user, movie) -> 0.9)) {
      List<Float> scores = service.client().scoreCandidates(countsOfSimilarUsers()).getScoresList();

      assertThat(scores).isSorted().doesNotHaveDuplicates().allMatch(score -> score < 1);
      // 0.40 * 0.9 + 0.25 * 0.5 + 0.20 * 1 for the largest count
      assertThat(scores.get(499)).isEqualTo(0.685f);
    }
  }

  @Test
  void scoreCandidates_countsInsteadOfShares_rawSaturates() {
    ServerOptions options = ServerOptions.builder().featureRange(FeatureRange.RAW).build();
    try (InProcess service = new InProcess((user, movie) -> 0.9, options)) {
      List<Float> scores = service.client().scoreCandidates(countsOfSimilarUsers()).getScoresList();

      // 0.40 * 0.9 + 0.25 * 0.5 + 0.20 * 1 for a count of one; more than 1 from a count of three
      assertThat(scores.get(0)).isEqualTo(0.685f);
      assertThat(scores.subList(2, 500)).containsOnly(1f);
    }
  }

  private static ScoreRequest countsOfSimilarUsers() {
    return Requests.of(
        1,
        IntStream.rangeClosed(1, 500)
            .mapToObj(count -> candidate(count, 0.5, count, 0, 0))
            .toArray(CandidateFeatures[]::new));
  }

  @Test
  void scoreCandidates_featuresNotFinite_countAsZeroAndInTheMetrics() {
    try (InProcess service = new InProcess((user, movie) -> 0.5)) {
      ScoreRequest request =
          Requests.of(
              1,
              candidate(1, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 1),
              candidate(2, 1, 1, 1, Double.NaN));

      assertThat(service.client().scoreCandidates(request).getScoresList())
          .containsExactly(0.25f, 0.75f);
      assertThat(service.metrics().badFeatures()).isEqualTo(4);
    }
  }

  @Test
  void scoreCandidates_scoringOfSomeFails_defaultsThemAndLogsOnce() {
    ToyScorer scorer =
        (user, movie) -> {
          if (movie % 2 == 0) {
            throw new IllegalStateException("no score for movie " + movie);
          }
          return 1;
        };
    try (LogCapture log = new LogCapture(CandidateScoring.class);
        InProcess service = new InProcess(scorer)) {
      assertThat(service.client().scoreCandidates(Requests.plain(77, 5)).getScoresList())
          .containsExactly(0.4f, 0.5f, 0.4f, 0.5f, 0.4f);

      assertThat(service.metrics().defaultedScores()).isEqualTo(2);
      assertThat(service.metrics().bySource())
          .containsEntry(ScoreSource.NEIGHBORS, 3L)
          .containsEntry(ScoreSource.GLOBAL_MEAN, 0L);
      assertThat(log.records()).hasSize(1);
      assertThat(log.records().get(0).getMessage()).contains("user 77", "2 of them failed");
      assertThat(log.records().get(0).getThrown()).hasMessage("no score for movie 2");
    }
  }

  @Test
  void scoreCandidates_everyScoringFails_defaultsAllToTheConfiguredScore() {
    ServerOptions options = ServerOptions.builder().defaultScore(0.25).build();
    ToyScorer scorer = (user, movie) -> Double.NaN;
    try (LogCapture log = new LogCapture(CandidateScoring.class);
        InProcess service = new InProcess(scorer, options)) {
      assertThat(service.client().scoreCandidates(Requests.plain(1, 3)).getScoresList())
          .containsExactly(0.25f, 0.25f, 0.25f);
      assertThat(log.records()).hasSize(1);
    }
  }

  @Test
  void scoreCandidates_moreThanTheLimit_refusedWithTheLimitAndTheNumber() {
    ServerOptions options = ServerOptions.builder().maxCandidates(3).build();
    try (InProcess service = new InProcess((user, movie) -> 1, options)) {
      assertThat(service.client().scoreCandidates(Requests.plain(1, 3)).getScoresCount())
          .isEqualTo(3);
      assertStatus(
          () -> service.client().scoreCandidates(Requests.plain(1, 4)),
          Status.Code.INVALID_ARGUMENT,
          "a request must have at most 3 candidates, actual: 4; send them in several requests");
      assertThat(service.metrics().rejectedRequests()).isEqualTo(1);
      assertThat(service.metrics().requests()).isEqualTo(1);
    }
  }

  @Test
  void scoreCandidates_messageAboveTheLimit_refusedWithTheLimitAndTheSize() {
    ScoreRequest request = Requests.plain(1, 100);
    int bytes = request.getSerializedSize();
    ServerOptions fits = ServerOptions.builder().maxMessageBytes(bytes).build();
    try (InProcess service = new InProcess((user, movie) -> 1, fits)) {
      assertThat(service.client().scoreCandidates(request).getScoresCount()).isEqualTo(100);
    }
    ServerOptions tooSmall = ServerOptions.builder().maxMessageBytes(bytes - 1).build();
    try (InProcess service = new InProcess((user, movie) -> 1, tooSmall)) {
      assertStatus(
          () -> service.client().scoreCandidates(request),
          Status.Code.INVALID_ARGUMENT,
          "a request message must have at most " + (bytes - 1) + " bytes, actual: " + bytes);
      assertThat(service.metrics().rejectedRequests()).isEqualTo(1);
    }
  }

  @Test
  void scoreCandidates_failsInAWayNobodyForesaw_internalWithoutTheCause() {
    ToyScorer scorer =
        (user, movie) -> {
          throw new AssertionError("secret");
        };
    try (LogCapture log = new LogCapture(StatusMapper.class);
        InProcess service = new InProcess(scorer)) {
      assertStatus(
          () -> service.client().scoreCandidates(Requests.plain(1, 1)),
          Status.Code.INTERNAL,
          "internal error; the server's log has the cause");
      assertThat(service.metrics().failedRequests()).isEqualTo(1);
      assertThat(log.records().get(0).getThrown()).hasMessage("secret");
    }
  }

  @Test
  void metrics_afterRequests_countThemAll() {
    try (InProcess service = new InProcess((user, movie) -> 1)) {
      var unused = service.client().scoreCandidates(Requests.plain(1, 3));
      unused = service.client().scoreCandidates(Requests.plain(2, 4));

      MetricsSnapshot metrics = service.metrics();
      assertThat(metrics.requests()).isEqualTo(2);
      assertThat(metrics.candidates()).isEqualTo(7);
      assertThat(metrics.bySource()).hasSize(4).containsEntry(ScoreSource.NEIGHBORS, 7L);
    }
  }

  private static void assertStatus(Runnable call, Status.Code code, String description) {
    assertThatThrownBy(call::run)
        .isInstanceOfSatisfying(
            StatusRuntimeException.class,
            e -> {
              assertThat(e.getStatus().getCode()).isEqualTo(code);
              assertThat(e.getStatus().getDescription()).isEqualTo(description);
            });
  }
}
