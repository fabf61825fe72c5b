package io.reelrecs.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.reelrecs.grpc.load.ConnectionLimits;
import io.reelrecs.grpc.load.LimitOptions;
import io.reelrecs.grpc.load.Workers;
import java.time.Duration;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class LimitOptionsTest {

  @Test
  void defaults_arePinned() {
    assertThat(LimitOptions.defaults())
        .isEqualTo(
            new LimitOptions(
                1024,
                Duration.ofSeconds(1),
                Duration.ofSeconds(30),
                Duration.ofMillis(100),
                Workers.FIXED,
                new ConnectionLimits(
                    256,
                    16_384,
                    50_000,
                    Duration.ofSeconds(10),
                    Duration.ofMinutes(1),
                    Duration.ofSeconds(20),
                    Duration.ofSeconds(5),
                    Duration.ZERO,
                    Duration.ofSeconds(30))));
  }

  @Test
  void build_valueOutOfRange_namesIt() {
    refused(b -> b.maxConcurrentRequests(0), "maxConcurrentRequests must be >= 1, actual: 0");
    refused(
        b -> b.maxQueueTime(Duration.ZERO),
        "maxQueueTime must be in [1 ms, 365 days], actual: PT0S");
    refused(
        b -> b.maxRequestTime(Duration.ofDays(366)),
        "maxRequestTime must be in [1 ms, 365 days], actual: PT8784H");
    refused(
        b -> b.retryPushback(Duration.ofNanos(1)),
        "retryPushback must be in [1 ms, 365 days], actual: PT0.000000001S");
  }

  @Test
  void build_connectionLimitOutOfRange_namesIt() {
    refusedOfConnection(b -> b.maxStreams(0), "maxStreams must be >= 1, actual: 0");
    refusedOfConnection(b -> b.maxResets(0), "maxResets must be >= 1, actual: 0");
    refusedOfConnection(
        b -> b.maxHeaderBytes(1023), "maxHeaderBytes must be in [1024, 16777216], actual: 1023");
    refusedOfConnection(
        b -> b.keepaliveTime(Duration.ofSeconds(9)), "keepaliveTime must be >= 10 s, actual: PT9S");
    refusedOfConnection(
        b -> b.maxConnectionAge(Duration.ofSeconds(-1)),
        "maxConnectionAge must be in [1 ms, 365 days], actual: PT-1S");
  }

  private static void refused(Consumer<LimitOptions.Builder> change, String message) {
    LimitOptions.Builder builder = LimitOptions.builder();
    change.accept(builder);
    assertThatThrownBy(builder::build)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  private static void refusedOfConnection(
      Consumer<ConnectionLimits.Builder> change, String message) {
    ConnectionLimits.Builder builder = ConnectionLimits.builder();
    change.accept(builder);
    assertThatThrownBy(builder::build)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }
}
