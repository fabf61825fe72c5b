package io.reelrecs.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.ManagedChannel;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.reelrecs.grpc.load.ConnectionLimits;
import io.reelrecs.grpc.load.LimitOptions;
import io.reelrecs.grpc.proto.MLScorerGrpc;
import io.reelrecs.grpc.wire.WireFault;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;

/** Inflicts faults on a server and looks whether it serves on. */
final class WireFaults {

  private WireFaults() {}

  /** So many times, with a client that goes on asking and has to be answered each time. */
  static void inflict(WireFault fault, int times) throws Exception {
    LimitOptions limits =
        LimitOptions.builder()
            .maxConcurrentRequests(100)
            .maxRequestTime(Duration.ofSeconds(5))
            .connection(ConnectionLimits.builder().maxResets(10_000).build())
            .build();
    ServerOptions options = ServerOptions.builder().port(0).threads(2).load(limits).build();
    ToyScorer scorer = (user, movie) -> 1;
    try (LogCapture handler = TransportLogs.ofHandler();
        LogCapture transport = TransportLogs.ofTransport();
        LogCapture stream = TransportLogs.ofStream();
        RecommendationServer server = new RecommendationServer(scorer, options).start()) {
      InetSocketAddress address = new InetSocketAddress(Loopback.v4(), server.port());
      ManagedChannel channel = NettyChannelBuilder.forAddress(address).usePlaintext().build();
      try {
        Runnable check = () -> check(channel);
        check.run();
        fault.inflict(address, times, check);
        check.run();
      } finally {
        channel.shutdownNow();
      }
      Wait.until("nothing in flight", () -> server.load().inFlight() == 0);
      assertThat(server.metrics().failedRequests()).isZero();
      assertThat(List.of(handler, transport, stream)).doesNotContainNull();
    }
  }

  private static void check(ManagedChannel channel) {
    int answered =
        MLScorerGrpc.newBlockingStub(channel)
            .withDeadlineAfter(Duration.ofSeconds(30))
            .scoreCandidates(Requests.plain(1, 3))
            .getScoresCount();
    assertThat(answered).isEqualTo(3);
  }
}
