package io.reelrecs.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.ManagedChannel;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.reelrecs.grpc.load.ConnectionLimits;
import io.reelrecs.grpc.load.LimitOptions;
import io.reelrecs.grpc.proto.MLScorerGrpc;
import io.reelrecs.grpc.wire.Http2Wire;
import io.reelrecs.grpc.wire.Http2Wire.Frame;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a connection may do, asked by a client that counts frames. */
@Timeout(60)
class ConnectionLimitsTest {

  private static final int MAX_CONCURRENT_STREAMS = 3;
  private static final int INITIAL_WINDOW_SIZE = 4;
  private static final int MAX_HEADER_LIST_SIZE = 6;
  private static final byte[] NO_CANDIDATES = Http2Wire.message(0);

  private LogCapture handlerLog;
  private LogCapture transportLog;

  @BeforeEach
  void keepQuiet() {
    handlerLog = TransportLogs.ofHandler();
    transportLog = TransportLogs.ofTransport();
  }

  @AfterEach
  void speakAgain() {
    handlerLog.close();
    transportLog.close();
  }

  private static RecommendationServer start(ToyScorer scorer, LimitOptions.Builder limits)
      throws ServerStartException {
    ServerOptions options = ServerOptions.builder().port(0).threads(1).load(limits.build()).build();
    return new RecommendationServer(scorer, options).start();
  }

  private static RecommendationServer start(ConnectionLimits.Builder limits)
      throws ServerStartException {
    return start((user, movie) -> 1, LimitOptions.builder().connection(limits.build()));
  }

  private static InetSocketAddress address(RecommendationServer server) throws IOException {
    return new InetSocketAddress(Loopback.v4(), server.port());
  }

  private static Http2Wire greet(RecommendationServer server) throws IOException {
    return Http2Wire.greet(address(server));
  }

  /** The server ends the connection because of too much of something. */
  private static void assertCalmed(Http2Wire wire) throws IOException {
    Frame goAway = wire.await(f -> f.type() == Http2Wire.GOAWAY && f.error() != 0).orElseThrow();
    assertThat(goAway.error()).isEqualTo(Http2Wire.ENHANCE_YOUR_CALM);
    assertThat(wire.await(Http2Wire.GOAWAY)).isEmpty();
  }

  @Test
  void limits_areAnnouncedToTheClient() throws Exception {
    try (RecommendationServer server =
            start(ConnectionLimits.builder().maxStreams(7).maxHeaderBytes(5_000));
        Http2Wire wire = greet(server)) {
      Frame settings = wire.await(Http2Wire.SETTINGS).orElseThrow();

      assertThat(settings.setting(MAX_CONCURRENT_STREAMS)).contains(7);
      assertThat(settings.setting(MAX_HEADER_LIST_SIZE)).contains(5_000);
      assertThat(settings.setting(INITIAL_WINDOW_SIZE)).contains(1 << 20);
    }
  }

  @Test
  void connection_moreStreamsThanAllowed_refusesTheStream() throws Exception {
    BlockedScorer scorer = new BlockedScorer();
    try (RecommendationServer server =
            start(
                scorer,
                LimitOptions.builder()
                    .connection(ConnectionLimits.builder().maxStreams(1).build()));
        Http2Wire wire = greet(server)) {
      assertThat(wire.await(f -> f.type() == Http2Wire.SETTINGS && f.flags() == Http2Wire.ACK))
          .isPresent();
      wire.call(1).call(3).flush();

      Frame reset = wire.await(Http2Wire.RST_STREAM).orElseThrow();

      assertThat(reset.stream()).isEqualTo(3);
      assertThat(reset.error()).isEqualTo(7); // REFUSED_STREAM: safe to try again
    }
  }

  @Test
  void connection_moreResetsThanAllowed_isClosed() throws Exception {
    try (RecommendationServer server = start(ConnectionLimits.builder().maxResets(20));
        Http2Wire wire = greet(server)) {
      for (int stream = 1; stream < 60; stream += 2) {
        wire.call(stream).reset(stream);
      }
      wire.flush();

      assertCalmed(wire);
    }
  }

  @Test
  void connection_pingsMoreOftenThanAllowed_isClosed() throws Exception {
    try (RecommendationServer server =
            start(ConnectionLimits.builder().minPingInterval(Duration.ofHours(1)));
        Http2Wire wire = greet(server)) {
      for (int i = 0; i < 5; i++) {
        wire.frame(Http2Wire.PING, 0, 0, new byte[8]);
      }
      wire.flush();

      assertCalmed(wire);
    }
  }

  @Test
  void connection_neverSpeaksHttp2_isClosed() throws Exception {
    try (RecommendationServer server =
            start(ConnectionLimits.builder().handshakeTimeout(Duration.ofMillis(50)));
        Http2Wire wire = Http2Wire.connect(address(server))) {
      assertThat(wire.await(f -> false)).isEmpty();
    }
  }

  @Test
  void connection_oldEnough_isToldToLeave() throws Exception {
    try (RecommendationServer server =
            start(ConnectionLimits.builder().maxConnectionAge(Duration.ofSeconds(1)));
        Http2Wire wire = greet(server)) {
      Frame goAway = wire.await(Http2Wire.GOAWAY).orElseThrow();

      assertThat(goAway.error()).isZero();
    }
  }

  @Test
  void headers_largerThanAllowed_endTheStreamAlone() throws Exception {
    try (RecommendationServer server = start(ConnectionLimits.builder().maxHeaderBytes(2_000));
        Http2Wire wire = greet(server)) {
      wire.call(1, "x-much", "a".repeat(1_900))
          .frame(Http2Wire.DATA, Http2Wire.END_STREAM, 1, NO_CANDIDATES)
          .call(3)
          .frame(Http2Wire.DATA, Http2Wire.END_STREAM, 3, NO_CANDIDATES)
          .flush();

      assertThat(wire.await(f -> f.type() == Http2Wire.DATA && f.stream() == 3)).isPresent();
      assertThat(server.load().begun()).isEqualTo(1);
    }
  }

  @Test
  void headers_farLargerThanAllowed_endTheConnection() throws Exception {
    try (RecommendationServer server = start(ConnectionLimits.builder().maxHeaderBytes(2_000));
        Http2Wire wire = greet(server)) {
      wire.call(1, "x-much", "a".repeat(10_000)).flush();

      assertThat(wire.await(Http2Wire.GOAWAY).orElseThrow().error()).isEqualTo(1);
    }
  }

  /** What has arrived of the other calls is read just now, which takes their place for a moment. */
  private static int answerOnceThereIsRoom(ManagedChannel channel) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (true) {
      try {
        return MLScorerGrpc.newBlockingStub(channel)
            .scoreCandidates(Requests.plain(1, 1))
            .getScoresCount();
      } catch (StatusRuntimeException e) {
        if (e.getStatus().getCode() != Status.Code.RESOURCE_EXHAUSTED || System.nanoTime() > end) {
          throw e;
        }
        Thread.sleep(1);
      }
    }
  }

  @Test
  void call_neverSentWhole_occupiesNothingAndIsBrokenOff() throws Exception {
    try (RecommendationServer server =
            start(
                (user, movie) -> 1,
                LimitOptions.builder()
                    .maxConcurrentRequests(1)
                    .maxRequestTime(Duration.ofSeconds(2)));
        Http2Wire wire = greet(server)) {
      for (int stream = 1; stream < 20; stream += 2) {
        byte[] part = stream % 4 == 1 ? Http2Wire.message(100, new byte[50]) : NO_CANDIDATES;
        wire.call(stream).frame(Http2Wire.DATA, 0, stream, part);
      }
      wire.flush();
      ManagedChannel channel =
          NettyChannelBuilder.forAddress(address(server)).usePlaintext().build();
      try {
        assertThat(answerOnceThereIsRoom(channel)).isEqualTo(1);
      } finally {
        channel.shutdownNow();
      }

      assertThat(wire.await(Http2Wire.RST_STREAM)).isPresent();
      assertThat(server.load().inFlight()).isZero();
    }
  }

  @Test
  void call_deadlinePassedInTheQueue_isNotBegun() throws Exception {
    BlockedScorer scorer = new BlockedScorer();
    try (RecommendationServer server = start(scorer, LimitOptions.builder());
        Http2Wire wire = greet(server)) {
      byte[] one = Requests.plain(1, 1).toByteArray();
      wire.call(1)
          .frame(Http2Wire.DATA, Http2Wire.END_STREAM, 1, Http2Wire.message(one.length, one))
          .flush();
      Wait.until("it is scored", () -> !scorer.users().isEmpty());
      byte[] two = Requests.plain(2, 1).toByteArray();
      wire.call(3, "grpc-timeout", "20m")
          .frame(Http2Wire.DATA, Http2Wire.END_STREAM, 3, Http2Wire.message(two.length, two))
          .flush();
      Wait.until("it waits", () -> server.load().inFlight() == 2);
      Thread.sleep(21); // no less than the deadline, however long it takes

      scorer.release();

      Wait.until("it was left", () -> server.load().abandoned() == 1);
      assertThat(scorer.users()).containsExactly(1L);
    }
  }
}
