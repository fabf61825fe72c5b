package io.reelrecs.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Grpc;
import io.grpc.InsecureChannelCredentials;
import io.grpc.ManagedChannel;
import io.reelrecs.grpc.proto.MLScorerGrpc;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What takes minutes to show. Run by hand: docs/operations.md. */
class LimitsProof {

  /** {@code -Dproof.seconds} is how long the overload lasts, 120 by default. */
  @Test
  void overload_fiveTimesTheCapacity_goodputHoldsAndRecovers() throws Exception {
    int seconds = Integer.getInteger("proof.seconds", 120);
    try (Overload overload = new Overload()) {
      overload.send(1_000, Duration.ofSeconds(5)); // warm
      double peak = 0;
      for (int rate = 700; rate <= 1_100; rate += 100) {
        Overload.Outcome outcome = overload.send(rate, Duration.ofSeconds(3));
        System.out.println("at " + rate + "/s: " + outcome);
        peak = Math.max(peak, outcome.goodput());
      }
      Overload.Outcome flooded = overload.send((int) (5 * peak), Duration.ofSeconds(seconds));
      System.out.println("at five times the peak: " + flooded + ", " + overload.server().load());
      Overload.Outcome after = overload.send((int) (peak / 2), Duration.ofSeconds(10));
      System.out.println("after it, at half the peak: " + after);

      assertThat(flooded.goodput()).isGreaterThanOrEqualTo(0.8 * peak);
      assertThat(after.troubled()).isLessThanOrEqualTo(Duration.ofSeconds(2));
      assertThat(overload.server().load().inFlight()).isZero();
    }
  }

  /** {@code -Dproof.calls} is how many, 200,000 by default. */
  @Test
  void calls_halfOfThemCancelled_nothingStaysInFlight() throws Exception {
    ToyScorer scorer = (user, movie) -> 1;
    ServerOptions options = ServerOptions.builder().port(0).build();
    List<ManagedChannel> channels = new ArrayList<>();
    try (RecommendationServer server = new RecommendationServer(scorer, options).start()) {
      for (int i = 0; i < 4; i++) {
        channels.add(
            Grpc.newChannelBuilderForAddress(
                    "127.0.0.1", server.port(), InsecureChannelCredentials.create())
                .build());
      }
      Cancellations.run(
          Integer.getInteger("proof.calls", 200_000),
          channels.stream().map(MLScorerGrpc::newFutureStub).toList());

      Wait.until("nothing in flight", () -> server.load().inFlight() == 0);
      System.out.println(server.load() + ", " + server.metrics().failedRequests() + " failed");
      assertThat(server.metrics().failedRequests()).isZero();
    } finally {
      channels.forEach(ManagedChannel::shutdownNow);
    }
  }
}
