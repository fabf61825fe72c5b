package io.reelrecs.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.grpc.CallOptions;
import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.grpc.MethodDescriptor;
import io.grpc.StatusRuntimeException;
import io.grpc.health.v1.HealthCheckRequest;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.health.v1.HealthGrpc;
import io.grpc.stub.ClientCalls;
import io.reelrecs.core.score.ScoreCache;
import io.reelrecs.grpc.http.StatusServer;
import io.reelrecs.grpc.metrics.Exposition;
import io.reelrecs.grpc.metrics.LoadStatus;
import io.reelrecs.grpc.metrics.ModelStatus;
import io.reelrecs.grpc.metrics.ServerMetrics;
import io.reelrecs.grpc.proto.MLScorerGrpc;
import io.reelrecs.grpc.security.SecuritySnapshot;
import io.reelrecs.grpc.telemetry.Telemetry;
import io.reelrecs.grpc.v1.PredictRequest;
import io.reelrecs.grpc.v1.RecommenderServiceGrpc;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A server and its HTTP port, both over real sockets. */
@Timeout(60)
class ServerMetricsTest {

  private static final String METHOD = "grpc_method=\"recommendations.MLScorer/ScoreCandidates\"";
  private static final long HELD_USER = 666;

  private final HttpClient http = HttpClient.newHttpClient();
  private final LogCapture quiet = new LogCapture("io.reelrecs.request");
  private final ServerMetrics metrics = new ServerMetrics("1.2.3");
  private final CountDownLatch held = new CountDownLatch(1);
  private final CountDownLatch release = new CountDownLatch(1);
  private RecommendationServer server;
  private StatusServer status;
  private ManagedChannel channel;

  @BeforeEach
  void start() throws Exception {
    Telemetry telemetry =
        Telemetry.builder().meter(metrics).candidates(metrics.candidates()).build();
    server =
        new RecommendationServer(
            (ToyScorer) this::value,
            ServerOptions.builder().port(0).maxCandidates(300).telemetry(telemetry).build());
    metrics.watchScores(server::metrics);
    metrics.watchLoad(() -> new LoadStatus(1, 2, 3));
    metrics.watchScoreCache(() -> new ScoreCache.Snapshot(6, 7, 8));
    metrics.watchModel(
        () -> new ModelStatus("v\"7\"", "fusion", Instant.ofEpochMilli(1_500), false, 4, 5));
    metrics.watchSecurity(
        () ->
            new SecuritySnapshot(
                Optional.of(Instant.EPOCH.plus(Duration.ofDays(1))), 6, 7, List.of("x"), 8, 9));
    metrics.watchReadiness(() -> server.readiness().ready());
    status =
        StatusServer.start(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
            metrics.registry(),
            server::readiness);
  }

  private void serve() throws ServerStartException {
    server.start();
    channel = ManagedChannelBuilder.forAddress("127.0.0.1", server.port()).usePlaintext().build();
  }

  private double value(long user, long movie) {
    if (user == HELD_USER) {
      held.countDown();
      try {
        release.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    if (movie == 13) {
      throw new IllegalStateException("bad luck");
    }
    return 1;
  }

  @AfterEach
  void stop() throws InterruptedException {
    release.countDown();
    if (channel != null) {
      channel.shutdownNow().awaitTermination(10, TimeUnit.SECONDS);
    }
    server.close();
    status.close();
    quiet.close();
  }

  @Test
  void calls_areCountedAndTimedByMethodAndOutcome() throws Exception {
    serve();
    for (int i = 0; i < 5; i++) {
      client().scoreCandidates(Requests.plain(1, 4));
    }
    for (int i = 0; i < 2; i++) {
      assertFails(() -> client().scoreCandidates(Requests.plain(1, 301)));
    }
    server.close(); // so that the end of each call has been told

    Exposition now = scrape();

    assertHistogram(now, "grpc_server_call_duration_seconds", METHOD + ",grpc_status=\"OK\"", 5);
    assertHistogram(
        now, "grpc_server_call_duration_seconds", METHOD + ",grpc_status=\"INVALID_ARGUMENT\"", 2);
    assertHistogram(
        now, "grpc_server_call_duration_seconds", METHOD + ",grpc_status=\"INTERNAL\"", 0);
    assertThat(now.value("grpc_server_call_started_total{" + METHOD + "}")).isEqualTo(7);
    assertThat(now.value("reelrecs_calls_open{" + METHOD + "}")).isZero();
  }

  @Test
  void calls_ofUnknownMethods_areOther() throws Exception {
    serve();
    for (String method : List.of("no.Such/Method", "nor.That/One")) {
      callUnknown(method);
    }
    server.close();

    Exposition now = scrape();

    assertThat(now.value("grpc_server_call_started_total{grpc_method=\"other\"}")).isEqualTo(2);
    assertThat(now.samples().keySet()).noneMatch(series -> series.contains("Such"));
  }

  @Test
  void call_underWay_isOpen() throws Exception {
    serve();
    CompletableFuture<?> call =
        CompletableFuture.runAsync(
            () -> client().scoreCandidates(Requests.plain((int) HELD_USER, 1)),
            ServerMetricsTest::onAThreadOfItsOwn);
    assertThat(held.await(30, TimeUnit.SECONDS)).isTrue();

    assertThat(scrape().value("reelrecs_calls_open{" + METHOD + "}")).isEqualTo(1);

    release.countDown();
    call.get(30, TimeUnit.SECONDS);
    server.close();
    assertThat(scrape().value("reelrecs_calls_open{" + METHOD + "}")).isZero();
  }

  @Test
  void scores_areCountedBySourceAndSize() throws Exception {
    try (LogCapture failures = new LogCapture(CandidateScoring.class)) {
      serve();
      client().scoreCandidates(Requests.plain(1, 200)); // movie 13 among them
      client().scoreCandidates(Requests.plain(1, 3));
      client()
          .scoreCandidates(
              Requests.of(1, Requests.candidate(1, Double.NaN, Double.POSITIVE_INFINITY, 0, 0)));
      assertThat(failures.records()).hasSize(1);
    }

    Exposition now = scrape();

    assertThat(now.value("reelrecs_scores_total{source=\"neighbors\"}")).isEqualTo(203);
    assertThat(now.value("reelrecs_scores_total{source=\"default\"}")).isEqualTo(1);
    for (String source : List.of("movie_baseline", "user_baseline", "global_mean")) {
      assertThat(now.value("reelrecs_scores_total{source=\"" + source + "\"}")).isZero();
    }
    assertThat(now.value("reelrecs_bad_features_total")).isEqualTo(2);
    assertThat(now.value("reelrecs_request_candidates_count")).isEqualTo(3);
    assertThat(now.value("reelrecs_request_candidates_sum")).isEqualTo(204);
    assertThat(now.value("reelrecs_request_candidates_bucket{le=\"150.0\"}")).isEqualTo(2);
    assertThat(now.value("reelrecs_request_candidates_bucket{le=\"200.0\"}")).isEqualTo(3);
  }

  @Test
  void scoreCache_isTold() throws Exception {
    Exposition now = scrape();

    assertThat(now.value("reelrecs_score_cache_hits_total")).isEqualTo(6);
    assertThat(now.value("reelrecs_score_cache_misses_total")).isEqualTo(7);
  }

  @Test
  void whatIsWatched_isTold() throws Exception {
    Exposition now = scrape();

    Map.of(
            "reelrecs_requests_in_flight", 1.0,
            "reelrecs_requests_shed_total", 2.0,
            "reelrecs_requests_abandoned_total", 3.0,
            "reelrecs_model_info{algorithm=\"fusion\",version=\"v\\\"7\\\"\"}", 1.0,
            "reelrecs_model_loaded_timestamp_seconds", 1.5,
            "reelrecs_model_up_to_date", 0.0,
            "reelrecs_model_reloads_total{outcome=\"success\"}", 4.0,
            "reelrecs_model_reloads_total{outcome=\"failure\"}", 5.0,
            "reelrecs_build_info{version=\"1.2.3\"}", 1.0)
        .forEach((series, value) -> assertThat(now.value(series)).as(series).isEqualTo(value));
    Map.of(
            "reelrecs_tls_certificate_expiry_timestamp_seconds", 86_400.0,
            "reelrecs_credentials_up_to_date", 0.0,
            "reelrecs_credential_reloads_total{outcome=\"success\"}", 6.0,
            "reelrecs_credential_reloads_total{outcome=\"failure\"}", 7.0,
            "reelrecs_requests_refused_total{reason=\"unauthenticated\"}", 8.0,
            "reelrecs_requests_refused_total{reason=\"denied\"}", 9.0)
        .forEach((series, value) -> assertThat(now.value(series)).as(series).isEqualTo(value));
    assertThat(now.names())
        .contains(
            "jvm_memory_used_bytes",
            "jvm_gc_collection_seconds_count",
            "jvm_threads_current",
            "process_cpu_seconds_total");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "operations/alerts.yml",
        "operations/alerts_test.yml",
        "operations/dashboard.json",
        "operations.md"
      })
  void everyMetricThatOperatorsReadOf_isExported(String file) throws Exception {
    serve();
    client().scoreCandidates(Requests.plain(1, 1));
    RecommenderServiceGrpc.newBlockingStub(channel)
        .predict(PredictRequest.newBuilder().setSubject(Subjects.user(1)).addMovieIds(1).build());
    assertFails(() -> client().scoreCandidates(Requests.plain(1, 301)));
    callUnknown("no.Such/Method");
    server.close();
    String text = OperationsFiles.read(file);

    Exposition now = scrape();

    Set<String> missing = OperationsFiles.metrics(text);
    assertThat(missing).hasSizeGreaterThan(9);
    missing.removeAll(now.names());
    assertThat(missing).isEmpty();
    String series = String.join("\n", now.samples().keySet());
    assertThat(OperationsFiles.labels(text)).isNotEmpty().allMatch(series::contains);
  }

  @Test
  void readiness_isWhatTheHealthServiceAnswers() throws Exception {
    assertReady(503, "not ready: the server does not listen yet\n", 0);

    serve();
    assertThat(
            HealthGrpc.newBlockingStub(channel)
                .check(HealthCheckRequest.getDefaultInstance())
                .getStatus())
        .isEqualTo(ServingStatus.SERVING);
    assertReady(200, "ready\n", 1);

    CompletableFuture<?> call =
        CompletableFuture.runAsync(
            () -> client().scoreCandidates(Requests.plain((int) HELD_USER, 1)));
    assertThat(held.await(30, TimeUnit.SECONDS)).isTrue();
    CompletableFuture<?> stopping =
        CompletableFuture.runAsync(server::close, ServerMetricsTest::onAThreadOfItsOwn);
    var watch = server.readiness();
    while (watch.ready()) {
      Thread.onSpinWait();
      watch = server.readiness();
    }
    assertReady(503, "not ready: the server is stopping\n", 0);
    release.countDown();
    call.get(30, TimeUnit.SECONDS);
    stopping.get(30, TimeUnit.SECONDS);
  }

  /** The common pool has but one thread on two cores, and would wait for itself. */
  private static void onAThreadOfItsOwn(Runnable task) {
    new Thread(task, "test").start();
  }

  private void assertReady(int code, String body, double metric) throws Exception {
    HttpResponse<String> page = get("/readyz");
    assertThat(page.statusCode()).isEqualTo(code);
    assertThat(page.body()).isEqualTo(body);
    assertThat(scrape().value("reelrecs_ready")).isEqualTo(metric);
  }

  /** Buckets grow, and the last of them is the count. */
  private static void assertHistogram(Exposition now, String name, String labels, int count) {
    List<Double> buckets = new ArrayList<>();
    now.samples()
        .forEach(
            (series, value) -> {
              if (series.startsWith(name + "_bucket{" + labels + ",")) {
                buckets.add(value);
              }
            });
    assertThat(buckets).as(labels).hasSize(16).isSorted();
    assertThat(buckets.get(15)).isEqualTo(count);
    assertThat(now.value(name + "_count{" + labels + "}")).isEqualTo(count);
    double sum = now.value(name + "_sum{" + labels + "}");
    assertThat(sum > 0).isEqualTo(count > 0);
  }

  private void callUnknown(String method) {
    MethodDescriptor<byte[], byte[]> unknown =
        RawCall.METHOD.toBuilder().setFullMethodName(method).build();
    assertFails(
        () -> ClientCalls.blockingUnaryCall(channel, unknown, CallOptions.DEFAULT, new byte[0]));
  }

  private static void assertFails(Runnable call) {
    assertThatThrownBy(call::run).isInstanceOf(StatusRuntimeException.class);
  }

  private MLScorerGrpc.MLScorerBlockingStub client() {
    return MLScorerGrpc.newBlockingStub(channel);
  }

  private Exposition scrape() throws Exception {
    HttpResponse<String> page = get("/metrics");
    assertThat(page.statusCode()).isEqualTo(200);
    return Exposition.parse(page.body());
  }

  private HttpResponse<String> get(String path) throws Exception {
    InetSocketAddress at = status.address();
    return http.send(
        HttpRequest.newBuilder(
                URI.create("http://" + at.getHostString() + ":" + at.getPort() + path))
            .build(),
        BodyHandlers.ofString());
  }
}
