package io.reelrecs.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import io.reelrecs.grpc.load.ConnectionLimits;
import io.reelrecs.grpc.load.LimitOptions;
import io.reelrecs.grpc.wire.Http2Wire;
import io.reelrecs.grpc.wire.WireFault;
import java.net.InetSocketAddress;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each fault on the wire 20 times, or {@code -Dproof.faults}. Run by hand: docs/operations.md. */
class WireFaultsProof {

  @ParameterizedTest
  @EnumSource
  void fault_manyTimes_theServerServesOn(WireFault fault) throws Exception {
    WireFaults.inflict(fault, Integer.getInteger("proof.faults", 20));
  }

  /** Takes ten seconds to ask, the least there is, and ten more to give up. */
  @Test
  void silence_whenAsked_endsTheConnection() throws Exception {
    ConnectionLimits limits =
        ConnectionLimits.builder()
            .keepaliveTime(Duration.ofSeconds(10))
            .keepaliveTimeout(Duration.ofMillis(100))
            .build();
    ServerOptions options =
        ServerOptions.builder()
            .port(0)
            .load(LimitOptions.builder().connection(limits).build())
            .build();
    ToyScorer scorer = (user, movie) -> 1;
    try (RecommendationServer server = new RecommendationServer(scorer, options).start();
        Http2Wire wire = Http2Wire.greet(new InetSocketAddress(Loopback.v4(), server.port()))) {
      assertThat(wire.await(Http2Wire.PING)).isPresent();
      assertThat(wire.await(f -> false)).isEmpty();
    }
  }
}
