package io.reelrecs.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.grpc.CallOptions;
import io.grpc.Context;
import io.grpc.Grpc;
import io.grpc.InsecureChannelCredentials;
import io.grpc.ManagedChannel;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.health.v1.HealthCheckRequest;
import io.grpc.health.v1.HealthCheckResponse;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.health.v1.HealthGrpc;
import io.reelrecs.core.score.BlendWeights;
import io.reelrecs.core.score.Recommendations;
import io.reelrecs.grpc.proto.MLScorerGrpc;
import io.reelrecs.grpc.proto.ScoreRequest;
import io.reelrecs.grpc.proto.ScoreResponse;
import io.reelrecs.grpc.security.SecurityOptions;
import io.reelrecs.grpc.v1.PredictRequest;
import io.reelrecs.grpc.v1.PredictResponse;
import io.reelrecs.grpc.v1.RecommendRequest;
import io.reelrecs.grpc.v1.RecommenderServiceGrpc;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The server as clients meet it: over real sockets. */
class RecommendationServerTest {

  private static final SecurityOptions INSECURE = SecurityOptions.builder().insecure(true).build();

  private static final ServerOptions ANY_PORT = ServerOptions.builder().port(0).build();

  private final List<ManagedChannel> channels = new ArrayList<>();

  @AfterEach
  void closeChannels() {
    channels.forEach(ManagedChannel::shutdownNow);
  }

  private ManagedChannel connect(String host, int port) {
    ManagedChannel channel =
        Grpc.newChannelBuilderForAddress(host, port, InsecureChannelCredentials.create()).build();
    channels.add(channel);
    return channel;
  }

  private MLScorerGrpc.MLScorerBlockingStub client(RecommendationServer server) {
    return MLScorerGrpc.newBlockingStub(connect("127.0.0.1", server.port()));
  }

  @Test
  void start_localhost_answersOnBothLoopbackAddresses() throws Exception {
    try (RecommendationServer server = start((user, movie) -> 1, ANY_PORT)) {
      for (InetSocketAddress address : server.addresses()) {
        assertThat(address.getAddress().isLoopbackAddress()).isTrue();
        assertThat(address.getPort()).isEqualTo(server.port()).isPositive();
        String host = address.getAddress().getHostAddress();
        assertThat(score(connect(host, server.port()), 3)).containsExactly(0.4f, 0.4f, 0.4f);
      }
      assertThat(server.addresses()).hasSize(Loopback.hasV6() ? 2 : 1);
      assertThat(server.metrics().requests()).isEqualTo(server.addresses().size());
    }
  }

  @Test
  void start_allAddresses_answersOnLoopback() throws Exception {
    ServerOptions options =
        ServerOptions.builder().host("0.0.0.0").port(0).security(INSECURE).build();
    try (RecommendationServer server = start((user, movie) -> 1, options)) {
      assertThat(server.addresses()).hasSize(1);
      assertThat(score(connect("127.0.0.1", server.port()), 1)).containsExactly(0.4f);
    }
  }

  @Test
  void start_portInUse_saysWhatWhereWhyAndWhatNext() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, Loopback.v4())) {
      assertPortInUse(taken.getLocalPort());
    }
  }

  @Test
  void start_portInUseOnOneLoopbackAddressOnly_failsAndLeavesTheOtherFree() throws Exception {
    assumeTrue(Loopback.hasV6(), "this machine has no IPv6 loopback address");
    try (ServerSocket taken = new ServerSocket(0, 1, Loopback.v6())) {
      int port = taken.getLocalPort();
      assertPortInUse(port);
      try (ServerSocket free = new ServerSocket(port, 1, Loopback.v4())) {
        assertThat(free.isBound()).isTrue();
      }
    }
  }

  private static void assertPortInUse(int port) {
    ServerOptions options = ServerOptions.builder().port(port).build();
    try (RecommendationServer server = new RecommendationServer(constant(1), options)) {
      assertThatThrownBy(server::start)
          .isInstanceOf(ServerStartException.class)
          .hasMessage(
              "cannot listen on localhost:"
                  + port
                  + ": the port is in use. Stop the process that uses it, or choose another port"
                  + " (0 picks a free one).");
    }
  }

  @Test
  void start_hostOfAnotherMachine_saysSo() {
    assertStartFails("192.0.2.1", "cannot listen on 192.0.2.1:0: ");
    assertStartFails("no-such-host.invalid", "the host name is not known");
  }

  private static void assertStartFails(String host, String message) {
    ServerOptions options = ServerOptions.builder().host(host).port(0).security(INSECURE).build();
    try (RecommendationServer server = new RecommendationServer(constant(1), options)) {
      assertThatThrownBy(server::start)
          .isInstanceOf(ServerStartException.class)
          .hasMessageContaining(message)
          .hasMessageContaining("Use localhost, 0.0.0.0 (every IPv4 address)");
    }
  }

  @Test
  void start_twiceOrAfterStop_refused() throws Exception {
    RecommendationServer server = start((user, movie) -> 1, ANY_PORT);
    assertThatThrownBy(server::start).isInstanceOf(IllegalStateException.class);
    server.close();
    assertThatThrownBy(server::start).isInstanceOf(IllegalStateException.class);
    server.close();
  }

  @Test
  void port_notStarted_refused() {
    try (RecommendationServer server = new RecommendationServer(constant(1), ANY_PORT)) {
      assertThatThrownBy(server::port)
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("the server has not been started");
    }
  }

  @Test
  void health_whileServing_servingForTheEmptyNameAndTheServices() throws Exception {
    try (RecommendationServer server = start((user, movie) -> 1, ANY_PORT)) {
      HealthGrpc.HealthBlockingStub health =
          HealthGrpc.newBlockingStub(connect("127.0.0.1", server.port()));

      assertThat(health.check(named("")).getStatus()).isEqualTo(ServingStatus.SERVING);
      assertThat(health.check(named("recommendations.MLScorer")).getStatus())
          .isEqualTo(ServingStatus.SERVING);
      assertThat(health.check(named("reelrecs.v1.RecommenderService")).getStatus())
          .isEqualTo(ServingStatus.SERVING);
      assertStatus(() -> health.check(named("other")), Status.Code.NOT_FOUND);
    }
  }

  @Test
  void stop_requestUnderWay_reportsNotServingTakesNoMoreAndAnswersIt() throws Exception {
    CountDownLatch entered = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    ToyScorer scorer =
        (user, movie) -> {
          entered.countDown();
          await(release);
          return 1;
        };
    RecommendationServer server = start(scorer, ANY_PORT);
    ManagedChannel channel = connect("127.0.0.1", server.port());
    List<Iterator<HealthCheckResponse>> watches = new ArrayList<>();
    for (String name : List.of("", "recommendations.MLScorer", "reelrecs.v1.RecommenderService")) {
      ManagedChannel watching = connect("127.0.0.1", server.port());
      watches.add(HealthGrpc.newBlockingStub(watching).watch(named(name)));
      assertThat(watches.get(watches.size() - 1).next().getStatus())
          .isEqualTo(ServingStatus.SERVING);
    }
    Future<ScoreResponse> underWay =
        MLScorerGrpc.newFutureStub(channel).scoreCandidates(Requests.plain(1, 1));
    entered.await();
    Thread stopping = new Thread(server::close);
    stopping.start();

    for (Iterator<HealthCheckResponse> watch : watches) {
      assertThat(watch.next().getStatus()).isEqualTo(ServingStatus.NOT_SERVING);
    }
    awaitRefused(server.port());
    MLScorerGrpc.MLScorerBlockingStub late = client(server);
    assertStatus(() -> late.scoreCandidates(Requests.plain(1, 1)), Status.Code.UNAVAILABLE);
    assertThat(underWay.isDone()).isFalse();
    release.countDown();
    assertThat(underWay.get().getScoresList()).containsExactly(0.4f);
    channels.forEach(ManagedChannel::shutdownNow); // a watch under way would be waited for, too
    stopping.join();
    server.awaitTermination();
  }

  /** The listening socket closes a moment after the status has changed. */
  private static void awaitRefused(int port) throws Exception {
    for (int attempt = 0; attempt < 1_000; attempt++) {
      try (Socket socket = new Socket(Loopback.v4(), port)) {
        assertThat(socket.isConnected()).isTrue();
      } catch (ConnectException refused) {
        return;
      }
      Thread.sleep(5);
    }
    fail("a server that stops still takes connections");
  }

  @Test
  void stop_graceOver_breaksOffWhatIsLeft() throws Exception {
    CountDownLatch entered = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    ToyScorer scorer =
        (user, movie) -> {
          entered.countDown();
          await(release);
          return 1;
        };
    RecommendationServer server = start(scorer, ANY_PORT);
    Future<ScoreResponse> underWay =
        MLScorerGrpc.newFutureStub(connect("127.0.0.1", server.port()))
            .scoreCandidates(Requests.plain(1, 1));
    entered.await();

    server.stop(Duration.ZERO);

    assertThatThrownBy(underWay::get).hasCauseInstanceOf(StatusRuntimeException.class);
    release.countDown();
    server.awaitTermination();
  }

  @Test
  void stop_negativeGrace_refused() throws Exception {
    try (RecommendationServer server = start((user, movie) -> 1, ANY_PORT)) {
      assertThatThrownBy(() -> server.stop(Duration.ofSeconds(-1)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("grace must be >= 0, actual: PT-1S");
    }
  }

  @Test
  void call_messageAboveTheLimit_refusedCompressedOrNot() throws Exception {
    ServerOptions options =
        ServerOptions.builder().port(0).threads(1).maxMessageBytes(1_000).build();
    ScoreRequest request = Requests.plain(1, 400);
    assertThat(request.getSerializedSize()).isBetween(1_001, 4_000);
    try (RecommendationServer server = start((user, movie) -> 1, options)) {
      MLScorerGrpc.MLScorerBlockingStub client = client(server);

      assertThat(assertStatus(() -> client.scoreCandidates(request), Status.Code.INVALID_ARGUMENT))
          .isEqualTo(
              "a request message must have at most 1000 bytes, actual: "
                  + request.getSerializedSize());
      assertThat(
              assertStatus(
                  () -> client.withCompression("gzip").scoreCandidates(request),
                  Status.Code.INVALID_ARGUMENT))
          .isEqualTo("a request message must have at most 1000 bytes, actual: more (compressed)");
      assertThat(
              client
                  .withCompression("gzip")
                  .scoreCandidates(Requests.plain(1, 50))
                  .getScoresCount())
          .isEqualTo(50);
      assertThat(server.metrics().rejectedRequests()).isEqualTo(2);
      assertThat(server.metrics().failedRequests()).isZero();
    }
  }

  @Test
  void call_messageFarAboveTheLimit_cutOffByTheTransport() throws Exception {
    ServerOptions options = ServerOptions.builder().port(0).maxMessageBytes(1_000).build();
    try (LogCapture log = new LogCapture("io.grpc.netty.shaded.io.grpc.netty.NettyServerStream");
        RecommendationServer server = start((user, movie) -> 1, options)) {
      MLScorerGrpc.MLScorerBlockingStub client = client(server);

      assertStatus(
          () -> client.scoreCandidates(Requests.plain(1, 4_000)), Status.Code.RESOURCE_EXHAUSTED);
      assertThat(client.scoreCandidates(Requests.plain(1, 1)).getScoresCount()).isEqualTo(1);
      assertThat(log.records()).hasSize(1);
    }
  }

  @Test
  void call_manyAtOnce_allAnsweredOnTheServersOwnThreads() throws Exception {
    List<String> threads = Collections.synchronizedList(new ArrayList<>());
    ToyScorer scorer =
        (user, movie) -> {
          threads.add(Thread.currentThread().getName());
          return user / 1000.0;
        };
    ServerOptions options = ServerOptions.builder().port(0).threads(2).build();
    try (RecommendationServer server = start(scorer, options)) {
      MLScorerGrpc.MLScorerFutureStub client =
          MLScorerGrpc.newFutureStub(connect("127.0.0.1", server.port()));
      List<Future<ScoreResponse>> answers = new ArrayList<>();
      for (int user = 0; user < 100; user++) {
        answers.add(client.scoreCandidates(Requests.plain(user, 1)));
      }
      for (int user = 0; user < 100; user++) {
        assertThat(answers.get(user).get().getScores(0)).isEqualTo((float) (0.40 * user / 1000.0));
      }
      assertThat(threads.stream().collect(Collectors.toSet()))
          .isSubsetOf("reelrecs-grpc-1", "reelrecs-grpc-2");
    }
  }

  @Test
  void call_clientHasGivenUpBeforeItsTurn_isNotScored() throws Exception {
    CountDownLatch entered = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    List<Long> scored = Collections.synchronizedList(new ArrayList<>());
    ToyScorer scorer =
        (user, movie) -> {
          scored.add(user);
          entered.countDown();
          await(release);
          return 1;
        };
    ServerOptions options = ServerOptions.builder().port(0).threads(1).build();
    try (RecommendationServer server = start(scorer, options)) {
      MLScorerGrpc.MLScorerFutureStub client =
          MLScorerGrpc.newFutureStub(connect("127.0.0.1", server.port()));
      Future<ScoreResponse> first = client.scoreCandidates(Requests.plain(1, 1));
      entered.await();
      Future<ScoreResponse> impatient =
          client.withDeadlineAfter(Duration.ofMillis(50)).scoreCandidates(Requests.plain(2, 1));
      assertThatThrownBy(impatient::get).hasMessageContaining("DEADLINE_EXCEEDED");
      Future<ScoreResponse> patient = client.scoreCandidates(Requests.plain(3, 1));
      release.countDown();

      assertThat(first.get().getScoresCount()).isEqualTo(1);
      assertThat(patient.get().getScoresCount()).isEqualTo(1);
      assertThat(scored).containsExactly(1L, 3L);
    }
  }

  @Test
  void call_clientGivesUpWhileItIsScored_isNoFailure() throws Exception {
    ToyScorer scorer =
        (user, movie) -> {
          for (int i = 0; user == 1 && i < 1_000 && !Context.current().isCancelled(); i++) {
            LockSupport.parkNanos(5_000_000);
          }
          return 1;
        };
    ServerOptions options = ServerOptions.builder().port(0).threads(1).build();
    try (LogCapture log = new LogCapture(StatusMapper.class);
        RecommendationServer server = start(scorer, options)) {
      MLScorerGrpc.MLScorerBlockingStub client = client(server);
      MLScorerGrpc.MLScorerBlockingStub impatient =
          client.withDeadlineAfter(Duration.ofMillis(200));
      assertStatus(
          () -> impatient.scoreCandidates(Requests.plain(1, 1)), Status.Code.DEADLINE_EXCEEDED);

      assertThat(client.scoreCandidates(Requests.plain(2, 1)).getScoresCount()).isEqualTo(1);
      assertThat(server.metrics().failedRequests()).isZero();
      assertThat(log.records()).isEmpty();
    }
  }

  @Test
  void call_oldClientAndNewBesideEachOther_bothAnsweredFromOneModel() throws Exception {
    ServedModel model = ServedModel.of("v1", SmallModels.reference(3));
    ServerOptions options =
        ServerOptions.builder().port(0).weights(new BlendWeights(1, 0, 0, 0, 0)).build();
    try (RecommendationServer server = new RecommendationServer(() -> model, options).start()) {
      ManagedChannel channel = connect("127.0.0.1", server.port());
      byte[] old = {
        0x08, 10, 0x12, 2, 0x08, 14
      }; // user 10, movie 14, as recommendations.proto has it
      PredictRequest request =
          PredictRequest.newBuilder().setSubject(Subjects.user(10)).addMovieIds(14).build();

      byte[] scores = RawCall.send(channel, old, CallOptions.DEFAULT);
      PredictResponse predicted = RecommenderServiceGrpc.newBlockingStub(channel).predict(request);

      assertThat(predicted.getModelVersion()).isEqualTo("v1");
      assertThat(scores).hasSize(6).startsWith(0x0a, 4);
      assertThat(ByteBuffer.wrap(scores, 2, 4).order(ByteOrder.LITTLE_ENDIAN).getFloat())
          .isEqualTo((float) predicted.getPredictions(0).getValue());
    }
  }

  @Test
  void call_heavyOnes_runOnThreadsOfTheirOwn() throws Exception {
    List<String> threads = Collections.synchronizedList(new ArrayList<>());
    ToyScorer scorer =
        new ToyScorer() {
          @Override
          public double value(long userId, long movieId) {
            threads.add(Thread.currentThread().getName());
            return 1;
          }

          @Override
          public Recommendations recommend(long userId, int n) {
            threads.add(Thread.currentThread().getName());
            return new Recommendations(List.of(), n, 0, 0);
          }
        };
    try (RecommendationServer server =
        start(scorer, ServerOptions.builder().port(0).threads(1).build())) {
      RecommenderServiceGrpc.RecommenderServiceBlockingStub client =
          RecommenderServiceGrpc.newBlockingStub(connect("127.0.0.1", server.port()));
      PredictRequest predict =
          PredictRequest.newBuilder().setSubject(Subjects.user(1)).addMovieIds(1).build();
      RecommendRequest recommend =
          RecommendRequest.newBuilder().setSubject(Subjects.user(1)).build();
      assertThat(client.predict(predict).getPredictionsCount()).isEqualTo(1);
      assertThat(client.recommend(recommend).getMoviesCount()).isZero();

      assertThat(threads).containsExactly("reelrecs-grpc-1", "reelrecs-heavy-1");
    }
  }

  private static ToyScorer constant(double value) {
    return (user, movie) -> value;
  }

  private static RecommendationServer start(ToyScorer scorer, ServerOptions options)
      throws ServerStartException {
    return new RecommendationServer(scorer, options).start();
  }

  private static List<Float> score(ManagedChannel channel, int candidates) {
    return MLScorerGrpc.newBlockingStub(channel)
        .scoreCandidates(Requests.plain(1, candidates))
        .getScoresList();
  }

  private static HealthCheckRequest named(String service) {
    return HealthCheckRequest.newBuilder().setService(service).build();
  }

  private static String assertStatus(Runnable call, Status.Code code) {
    StatusRuntimeException failure =
        org.assertj.core.api.Assertions.catchThrowableOfType(
            StatusRuntimeException.class, call::run);
    assertThat(failure).isNotNull();
    assertThat(failure.getStatus().getCode()).isEqualTo(code);
    return failure.getStatus().getDescription();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
