package io.reelrecs.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.rpc.RetryInfo;
import io.grpc.Context;
import io.grpc.Grpc;
import io.grpc.InsecureChannelCredentials;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.health.v1.HealthCheckRequest;
import io.grpc.health.v1.HealthCheckResponse;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.health.v1.HealthGrpc;
import io.grpc.protobuf.StatusProto;
import io.reelrecs.grpc.load.LimitOptions;
import io.reelrecs.grpc.load.Workers;
import io.reelrecs.grpc.proto.MLScorerGrpc;
import io.reelrecs.grpc.proto.ScoreResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a server does with more work than it takes on, over real sockets. */
@Timeout(60)
class LimitsTest {

  private static final Metadata.Key<String> PUSHBACK =
      Metadata.Key.of("grpc-retry-pushback-ms", Metadata.ASCII_STRING_MARSHALLER);

  /** What a client needs so that it loses nothing; docs/operations.md says the same. */
  private static final Map<String, ?> RETRIES =
      Map.of(
          "methodConfig",
          List.of(
              Map.of(
                  "name",
                  List.of(Map.of()),
                  "retryPolicy",
                  Map.of(
                      "maxAttempts",
                      5.0,
                      "initialBackoff",
                      "0.05s",
                      "maxBackoff",
                      "1s",
                      "backoffMultiplier",
                      2.0,
                      "retryableStatusCodes",
                      List.of("UNAVAILABLE", "RESOURCE_EXHAUSTED")))));

  private final List<ManagedChannel> channels = new ArrayList<>();

  @AfterEach
  void closeChannels() {
    channels.forEach(ManagedChannel::shutdownNow);
  }

  private ManagedChannel connect(RecommendationServer server, Map<String, ?> serviceConfig) {
    ManagedChannel channel =
        Grpc.newChannelBuilderForAddress(
                "127.0.0.1", server.port(), InsecureChannelCredentials.create())
            .defaultServiceConfig(serviceConfig)
            .build();
    channels.add(channel);
    return channel;
  }

  private MLScorerGrpc.MLScorerFutureStub client(RecommendationServer server) {
    return MLScorerGrpc.newFutureStub(connect(server, Map.of()));
  }

  private static RecommendationServer start(ToyScorer scorer, LimitOptions.Builder limits)
      throws ServerStartException {
    ServerOptions options = ServerOptions.builder().port(0).threads(1).load(limits.build()).build();
    return new RecommendationServer(scorer, options).start();
  }

  private static void awaitInFlight(RecommendationServer server, int count)
      throws InterruptedException {
    Wait.until("requests in flight", () -> server.load().inFlight() == count);
  }

  private static StatusRuntimeException failure(Future<?> call) {
    ExecutionException failed = catchThrowableOfType(ExecutionException.class, call::get);
    assertThat(failed).isNotNull();
    return (StatusRuntimeException) failed.getCause();
  }

  @Test
  void call_aboveTheLimit_shedAtOnceWithPushbackAndRetryInfo() throws Exception {
    BlockedScorer scorer = new BlockedScorer();
    try (RecommendationServer server =
        start(scorer, LimitOptions.builder().maxConcurrentRequests(2))) {
      MLScorerGrpc.MLScorerFutureStub client = client(server);
      Future<ScoreResponse> first = client.scoreCandidates(Requests.plain(1, 1));
      awaitInFlight(server, 1);
      Future<ScoreResponse> second = client.scoreCandidates(Requests.plain(2, 1));
      awaitInFlight(server, 2);

      StatusRuntimeException third = failure(client.scoreCandidates(Requests.plain(3, 1)));

      assertThat(third.getStatus().getCode()).isEqualTo(Status.Code.RESOURCE_EXHAUSTED);
      assertThat(third.getStatus().getDescription()).contains("try again a little later");
      long wait = Long.parseLong(third.getTrailers().get(PUSHBACK));
      assertThat(wait).isBetween(50L, 150L);
      RetryInfo retry = StatusProto.fromThrowable(third).getDetails(0).unpack(RetryInfo.class);
      assertThat(retry.getRetryDelay())
          .isEqualTo(
              com.google.protobuf.Duration.newBuilder().setNanos((int) wait * 1_000_000).build());
      assertThat(first.isDone()).isFalse();
      scorer.release();
      assertThat(first.get().getScoresCount()).isEqualTo(1);
      assertThat(second.get().getScoresCount()).isEqualTo(1);
      assertThat(scorer.users()).containsExactly(1L, 2L);
      awaitInFlight(server, 0);
      assertThat(server.load().shed()).isEqualTo(1);
      assertThat(server.load().begun()).isEqualTo(2);
      assertThat(server.metrics().failedRequests()).isZero();
    }
  }

  @Test
  void call_shed_isAnsweredWhenTheClientsPolicyTriesAgain() throws Exception {
    BlockedScorer scorer = new BlockedScorer();
    try (RecommendationServer server =
        start(scorer, LimitOptions.builder().maxConcurrentRequests(1))) {
      Future<ScoreResponse> first = client(server).scoreCandidates(Requests.plain(1, 1));
      awaitInFlight(server, 1);
      Future<ScoreResponse> second =
          MLScorerGrpc.newFutureStub(connect(server, RETRIES))
              .scoreCandidates(Requests.plain(2, 1));
      Wait.until("a request shed", () -> server.load().shed() > 0);

      scorer.release();

      assertThat(first.get().getScoresCount()).isEqualTo(1);
      assertThat(second.get().getScoresCount()).isEqualTo(1);
    }
  }

  @Test
  void calls_farAboveTheLimit_eachIsAnsweredOrShed() throws Exception {
    BlockedScorer scorer = new BlockedScorer();
    try (RecommendationServer server =
        start(
            scorer,
            LimitOptions.builder().maxConcurrentRequests(50).maxQueueTime(Duration.ofMinutes(1)))) {
      MLScorerGrpc.MLScorerFutureStub client = client(server);
      List<Future<ScoreResponse>> calls = new ArrayList<>();
      for (int i = 0; i < 500; i++) {
        calls.add(client.scoreCandidates(Requests.plain(i, 1)));
      }
      Wait.until("all but 50 are shed", () -> server.load().shed() == 450);
      assertThat(server.load().inFlight()).isEqualTo(50);

      scorer.release();

      int answered = 0;
      for (Future<ScoreResponse> call : calls) {
        Wait.until("the call has ended", call::isDone);
        try {
          answered += call.get().getScoresCount();
        } catch (ExecutionException e) {
          assertThat(Status.fromThrowable(e).getCode()).isEqualTo(Status.Code.RESOURCE_EXHAUSTED);
        }
      }
      assertThat(answered).isEqualTo(50);
      awaitInFlight(server, 0);
    }
  }

  @Test
  void call_waitedLongerThanTheLimit_shedAndNotScored() throws Exception {
    BlockedScorer scorer = new BlockedScorer();
    try (RecommendationServer server =
        start(scorer, LimitOptions.builder().maxQueueTime(Duration.ofMillis(30)))) {
      MLScorerGrpc.MLScorerFutureStub client = client(server);
      Future<ScoreResponse> first = client.scoreCandidates(Requests.plain(1, 1));
      awaitInFlight(server, 1);
      Future<ScoreResponse> second = client.scoreCandidates(Requests.plain(2, 1));
      awaitInFlight(server, 2);
      Thread.sleep(31); // no less than the limit, however long it takes

      scorer.release();

      assertThat(first.get().getScoresCount()).isEqualTo(1);
      assertThat(failure(second).getStatus().getCode()).isEqualTo(Status.Code.RESOURCE_EXHAUSTED);
      assertThat(scorer.users()).containsExactly(1L);
    }
  }

  @Test
  void call_wouldWaitForMostOfItsDeadline_shedAtOnce() throws Exception {
    BlockedScorer blocked = new BlockedScorer();
    ToyScorer scorer =
        (user, movie) -> {
          if (user == 1) {
            pause(Duration.ofMillis(640)); // a pace of a 64th: 10 ms
            return 1;
          }
          return blocked.value(user, movie);
        };
    try (RecommendationServer server = start(scorer, LimitOptions.builder())) {
      MLScorerGrpc.MLScorerFutureStub client = client(server);
      assertThat(client.scoreCandidates(Requests.plain(1, 1)).get().getScoresCount()).isEqualTo(1);
      List<Future<ScoreResponse>> patient = new ArrayList<>();
      for (int i = 0; i < 200; i++) {
        patient.add(client.scoreCandidates(Requests.plain(2, 1)));
      }
      awaitInFlight(server, 200);

      Future<ScoreResponse> hurried =
          client.withDeadlineAfter(Duration.ofSeconds(3)).scoreCandidates(Requests.plain(3, 1));

      assertThat(failure(hurried).getStatus().getCode()).isEqualTo(Status.Code.RESOURCE_EXHAUSTED);
      blocked.release();
      for (Future<ScoreResponse> answer : patient) {
        assertThat(answer.get().getScoresCount()).isEqualTo(1);
      }
    }
  }

  @Test
  void call_longerThanARequestMayTake_brokenOff() throws Exception {
    BlockedScorer scorer = new BlockedScorer();
    try (RecommendationServer server =
        start(scorer, LimitOptions.builder().maxRequestTime(Duration.ofMillis(50)))) {
      StatusRuntimeException failure =
          failure(client(server).scoreCandidates(Requests.plain(1, 1)));

      assertThat(failure.getStatus().getCode()).isEqualTo(Status.Code.CANCELLED);
      scorer.release();
      awaitInFlight(server, 0);
    }
  }

  @Test
  void call_thousandsOfWhichHalfAreCancelled_nothingStaysInFlight() throws Exception {
    ToyScorer scorer =
        (user, movie) -> {
          pause(Duration.ofNanos(ThreadLocalRandom.current().nextInt(200_000)));
          return 1;
        };
    try (RecommendationServer server =
        start(scorer, LimitOptions.builder().maxConcurrentRequests(100))) {
      Cancellations.run(4_000, List.of(client(server)));

      awaitInFlight(server, 0);
      assertThat(client(server).scoreCandidates(Requests.plain(1, 2)).get().getScoresCount())
          .isEqualTo(2);
      assertThat(server.metrics().failedRequests()).isZero();
    }
  }

  @Test
  void call_abandonedWhileScoredOneByOne_stopsAndIsNoFailure() throws Exception {
    AtomicInteger asked = new AtomicInteger();
    ToyScorer scorer =
        (user, movie) -> {
          asked.incrementAndGet();
          while (!Context.current().isCancelled()) {
            pause(Duration.ofMillis(1));
          }
          throw new IllegalStateException("the batch fails");
        };
    try (LogCapture log = new LogCapture(StatusMapper.class);
        RecommendationServer server = start(scorer, LimitOptions.builder())) {
      Future<ScoreResponse> call = client(server).scoreCandidates(Requests.plain(1, 5));
      Wait.until("it is scored", () -> asked.get() > 0);

      call.cancel(true);

      Wait.until("it is abandoned", () -> server.load().abandoned() == 1);
      awaitInFlight(server, 0);
      assertThat(asked).hasValue(1);
      assertThat(server.metrics().failedRequests()).isZero();
      assertThat(log.records()).isEmpty();
    }
  }

  @Test
  void health_whileEveryWorkerIsBusy_isAnswered() throws Exception {
    BlockedScorer scorer = new BlockedScorer();
    try (RecommendationServer server = start(scorer, LimitOptions.builder())) {
      Future<ScoreResponse> call = client(server).scoreCandidates(Requests.plain(1, 1));
      awaitInFlight(server, 1);

      HealthCheckResponse health =
          HealthGrpc.newBlockingStub(connect(server, Map.of()))
              .check(HealthCheckRequest.getDefaultInstance());

      assertThat(health.getStatus()).isEqualTo(ServingStatus.SERVING);
      scorer.release();
      assertThat(call.get().getScoresCount()).isEqualTo(1);
    }
  }

  @Test
  void drain_reportsNotServingAndAnswersOn() throws Exception {
    try (RecommendationServer server = start((user, movie) -> 1, LimitOptions.builder())) {
      server.drain();

      HealthCheckResponse health =
          HealthGrpc.newBlockingStub(connect(server, Map.of()))
              .check(HealthCheckRequest.getDefaultInstance());
      assertThat(health.getStatus()).isEqualTo(ServingStatus.NOT_SERVING);
      assertThat(client(server).scoreCandidates(Requests.plain(1, 1)).get().getScoresCount())
          .isEqualTo(1);
    }
  }

  @Test
  void stop_healthIsWatched_isToldAndNotWaitedFor() throws Exception {
    RecommendationServer server = start((user, movie) -> 1, LimitOptions.builder());
    Iterator<HealthCheckResponse> watch =
        HealthGrpc.newBlockingStub(connect(server, Map.of()))
            .watch(HealthCheckRequest.getDefaultInstance());
    assertThat(watch.next().getStatus()).isEqualTo(ServingStatus.SERVING);

    server.stop(Duration.ofDays(1));

    assertThat(watch.next().getStatus()).isEqualTo(ServingStatus.NOT_SERVING);
    StatusRuntimeException end = catchThrowableOfType(StatusRuntimeException.class, watch::hasNext);
    assertThat(end.getStatus().getDescription()).isEqualTo("the server stops");
  }

  @ParameterizedTest
  @EnumSource
  void workers_ofEachKind_answerAndStop(Workers workers) throws Exception {
    try (RecommendationServer server =
        start((user, movie) -> user / 100.0, LimitOptions.builder().workers(workers))) {
      MLScorerGrpc.MLScorerFutureStub client = client(server);
      List<Future<ScoreResponse>> answers = new ArrayList<>();
      for (int user = 0; user < 50; user++) {
        answers.add(client.scoreCandidates(Requests.plain(user, 1)));
      }
      for (int user = 0; user < 50; user++) {
        assertThat(answers.get(user).get().getScores(0)).isEqualTo((float) (0.40 * user / 100.0));
      }
      awaitInFlight(server, 0);
    }
  }

  private static void pause(Duration time) {
    try {
      Thread.sleep(time.toMillis(), time.toNanosPart() % 1_000_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
