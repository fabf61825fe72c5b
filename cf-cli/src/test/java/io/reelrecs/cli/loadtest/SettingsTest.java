package io.reelrecs.cli.loadtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

  private static final Duration SECOND = Duration.ofSeconds(1);

  @ParameterizedTest
  @CsvSource({
    "localhost:50051, localhost, 50051",
    "127.0.0.1:1, 127.0.0.1, 1",
    "[::1]:80, ::1, 80"
  })
  void parse_target_isReadAndWritten(String text, String host, int port) {
    assertThat(Target.parse(text)).isEqualTo(new Target(host, port)).hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "localhost", ":1", "::1:80", "a b:1", "http://x:1", "[::1]", "x:-1"})
  void parse_whatIsNoTarget_isRefused(String text) {
    assertThatThrownBy(() -> Target.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("target must be HOST:PORT, actual: " + text);
  }

  @Test
  void make_outOfRange_isRefused() {
    assertRefused(() -> new Target("x", 0), "port must be in [1, 65535], actual: 0");
    assertRefused(() -> new Target("x", 65_536), "port must be in [1, 65535], actual: 65536");
    assertRefused(() -> pace(0), "rate must be above 0 and at most 10000000, or max, actual: 0.0");
    assertRefused(
        () -> pace(1e8), "rate must be above 0 and at most 10000000, or max, actual: 1.0E8");
    assertRefused(
        () -> new LoadSettings(SECOND.negated(), pace(1), SECOND, 1, SECOND, 1),
        "warmup must be 0 to 7 days, actual: PT-1S");
    assertRefused(
        () -> new LoadSettings(SECOND, pace(1), Duration.ZERO, 1, SECOND, 1),
        "duration must be above 0, up to 7 days, actual: PT0S");
    assertRefused(
        () -> new LoadSettings(SECOND, pace(1), SECOND, 1, Duration.ZERO, 1),
        "deadline must be above 0, up to 7 days, actual: PT0S");
    assertRefused(
        () -> new LoadSettings(SECOND, pace(1), SECOND, 0, SECOND, 1),
        "concurrency must be >= 1, actual: 0");
    assertRefused(() -> connect(0, 1), "connections must be in [1, 1000], actual: 0");
    assertRefused(() -> connect(1, 6), "tries must be in [1, 5], actual: 6");
  }

  @Test
  void isMax_isOfAnInfiniteRateOnly() {
    assertThat(Pace.MAX.isMax()).isTrue();
    assertThat(pace(10_000_000).isMax()).isFalse();
  }

  private static Pace pace(double rate) {
    return new Pace(rate, Pace.Arrivals.CONSTANT);
  }

  private static ConnectSettings connect(int connections, int tries) {
    return new ConnectSettings(
        new Target("x", 1), connections, Optional.empty(), tries, Optional.empty());
  }

  private static void assertRefused(Runnable make, String message) {
    assertThatThrownBy(make::run).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
  }
}
