package io.reelrecs.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.grpc.ClientInterceptors;
import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.health.v1.HealthCheckRequest;
import io.grpc.health.v1.HealthGrpc;
import io.grpc.stub.MetadataUtils;
import io.reelrecs.grpc.proto.MLScorerGrpc;
import io.reelrecs.grpc.telemetry.CallEnd;
import io.reelrecs.grpc.telemetry.CallSpan;
import io.reelrecs.grpc.telemetry.CurrentRequest;
import io.reelrecs.grpc.telemetry.Telemetry;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class TelemetryTest {

  private static final Metadata.Key<String> ID =
      Metadata.Key.of("x-request-id", Metadata.ASCII_STRING_MARSHALLER);
  private static final Metadata.Key<String> TRACE =
      Metadata.Key.of("traceparent", Metadata.ASCII_STRING_MARSHALLER);
  private static final String TRACE_ID = "0af7651916cd43dd8448eb211c80319c";

  private final LogCapture log = new LogCapture("io.reelrecs.request");
  private RecommendationServer server;
  private ManagedChannel channel;

  @AfterEach
  void stop() throws InterruptedException {
    channel.shutdownNow().awaitTermination(10, TimeUnit.SECONDS);
    server.close();
    log.close();
  }

  @Test
  void id_sentByTheClient_comesBackInTheHeadersAndIsTheCurrentOne() throws Exception {
    AtomicReference<Optional<String>> seen = new AtomicReference<>();
    start(
        Telemetry.builder().build(),
        (user, movie) -> {
          seen.set(CurrentRequest.get().map(CurrentRequest::id));
          return 1;
        });
    Answer answer = new Answer();

    answer.client(headers("order-66")).scoreCandidates(Requests.plain(1, 1));

    assertThat(answer.headers.get().getAll(ID)).containsExactly("order-66");
    assertThat(answer.trailers.get().get(ID)).isNull();
    assertThat(seen.get()).contains("order-66");
  }

  @Test
  void id_notSent_isMade() throws Exception {
    start(Telemetry.builder().build(), (user, movie) -> 1);
    Answer answer = new Answer();

    answer.client(new Metadata()).scoreCandidates(Requests.plain(1, 1));

    assertThat(answer.headers.get().get(ID)).matches("[0-9a-f]{16}");
  }

  @Test
  void badRequest_carriesItsIdInTheTrailersAndGetsOneLine() throws Exception {
    start(Telemetry.builder().build(), (user, movie) -> 1);
    Answer answer = new Answer();
    Metadata headers = headers("order-67");
    headers.put(TRACE, "00-" + TRACE_ID + "-b7ad6b7169203331-01");

    Status status = fail(answer.client(headers), 3);

    assertThat(status.getCode()).isEqualTo(Status.Code.INVALID_ARGUMENT);
    assertThat(answer.trailers.get().getAll(ID)).containsExactly("order-67");
    CallEnd end = onlyLine(Level.INFO);
    assertThat(end.requestId()).isEqualTo("order-67");
    assertThat(end.traceId()).contains(TRACE_ID);
    assertThat(end.method()).isEqualTo("recommendations.MLScorer/ScoreCandidates");
    assertThat(end.status()).isEqualTo(Status.Code.INVALID_ARGUMENT);
    assertThat(end.detail()).contains(status.getDescription());
    assertThat(end.millis()).isPositive();
  }

  @Test
  void unexpectedFailure_getsOneLineInAll_thatKnowsTheRequest() throws Exception {
    AtomicReference<String> id = new AtomicReference<>();
    try (LogCapture causes = new LogCapture(StatusMapper.class)) {
      start(
          Telemetry.builder().build(),
          (user, movie) -> {
            id.set(CurrentRequest.get().orElseThrow().id());
            throw new StackOverflowError("not an exception, so scoring does not catch it");
          });

      assertThat(fail(new Answer().client(headers("order-68")), 1).getCode())
          .isEqualTo(Status.Code.INTERNAL);
      stopServer();

      assertThat(causes.records()).hasSize(1);
    }
    assertThat(log.records()).isEmpty();
    assertThat(id.get()).isEqualTo("order-68");
  }

  @Test
  void goodRequests_getALineOnlyWhenAskedFor() throws Exception {
    start(Telemetry.builder().accessLog(true).build(), (user, movie) -> 1);
    new Answer().client(headers("order-69")).scoreCandidates(Requests.plain(1, 1));
    stopServer();
    assertThat(onlyLine(Level.INFO).status()).isEqualTo(Status.Code.OK);

    server.close();
    channel.shutdownNow();
    start(Telemetry.builder().build(), (user, movie) -> 1);
    new Answer().client(headers("order-70")).scoreCandidates(Requests.plain(1, 1));
    stopServer();
    assertThat(log.records()).hasSize(1);
  }

  @Test
  void watch_leftByItsClient_isNoFailure() throws Exception {
    start(Telemetry.builder().build(), (user, movie) -> 1);

    var watch = HealthGrpc.newBlockingStub(channel).watch(HealthCheckRequest.getDefaultInstance());
    assertThat(watch.hasNext()).isTrue();
    channel.shutdownNow().awaitTermination(10, TimeUnit.SECONDS);
    stopServer();

    assertThat(log.records()).isEmpty();
  }

  @Test
  void watch_endedByTheStop_isNoFailure() throws Exception {
    start(Telemetry.builder().build(), (user, movie) -> 1);

    var watch = HealthGrpc.newBlockingStub(channel).watch(HealthCheckRequest.getDefaultInstance());
    assertThat(watch.hasNext()).isTrue();
    stopServer();

    assertThat(log.records()).isEmpty();
  }

  @Test
  void spans_beginAndEndWithEachCall() throws Exception {
    List<String> events = Collections.synchronizedList(new ArrayList<>());
    start(
        Telemetry.builder()
            .spans(
                (method, headers) -> {
                  events.add("begin " + method + " of " + headers.get(ID));
                  return new CallSpan() {
                    @Override
                    public String traceId() {
                      return "f".repeat(32);
                    }

                    @Override
                    public void end(Status status) {
                      events.add("end " + status.getCode());
                    }
                  };
                })
            .build(),
        (user, movie) -> 1);

    fail(new Answer().client(headers("order-71")), 3);
    stopServer();

    assertThat(events)
        .containsExactly(
            "begin recommendations.MLScorer/ScoreCandidates of order-71", "end INVALID_ARGUMENT");
    assertThat(onlyLine(Level.INFO).traceId()).contains("f".repeat(32));
  }

  @Test
  void none_leavesAnswersAsTheyWere() throws Exception {
    start(Telemetry.none(), (user, movie) -> 1);
    Answer answer = new Answer();

    answer.client(headers("order-72")).scoreCandidates(Requests.plain(1, 1));

    assertThat(answer.headers.get().get(ID)).isNull();
    assertThat(answer.trailers.get().get(ID)).isNull();
  }

  private void start(Telemetry telemetry, ToyScorer scorer) throws ServerStartException {
    ServerOptions options =
        ServerOptions.builder().port(0).maxCandidates(2).telemetry(telemetry).build();
    server = new RecommendationServer(scorer, options).start();
    channel = ManagedChannelBuilder.forAddress("127.0.0.1", server.port()).usePlaintext().build();
  }

  /** Afterwards every call is over, and what there is to tell of it has been told. */
  private void stopServer() {
    server.close();
  }

  private CallEnd onlyLine(Level level) {
    stopServer();
    assertThat(log.records()).hasSize(1);
    LogRecord line = log.records().get(0);
    assertThat(line.getLevel()).isEqualTo(level);
    return (CallEnd) line.getParameters()[0];
  }

  private static Metadata headers(String id) {
    Metadata headers = new Metadata();
    headers.put(ID, id);
    return headers;
  }

  private static Status fail(MLScorerGrpc.MLScorerBlockingStub client, int candidates) {
    return catchThrowableOfType(
            StatusRuntimeException.class,
            () -> client.scoreCandidates(Requests.plain(1, candidates)))
        .getStatus();
  }

  /** What a call brought back besides its message. */
  private final class Answer {
    private final AtomicReference<Metadata> headers = new AtomicReference<>();
    private final AtomicReference<Metadata> trailers = new AtomicReference<>();

    MLScorerGrpc.MLScorerBlockingStub client(Metadata sent) {
      return MLScorerGrpc.newBlockingStub(
          ClientInterceptors.intercept(
              channel,
              MetadataUtils.newAttachHeadersInterceptor(sent),
              MetadataUtils.newCaptureMetadataInterceptor(headers, trailers)));
    }
  }
}
