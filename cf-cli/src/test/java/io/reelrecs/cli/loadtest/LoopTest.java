package io.reelrecs.cli.loadtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.grpc.Status;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class LoopTest {

  private static final RequestMix REQUESTS =
      RequestMix.of(new RequestMaker(Population.synthetic(5, 1, 10), 3, 1), 2);

  @Test
  void open_constantRate_sendsEachRequestOfTheWindowOnce() throws Exception {
    ScriptedWire wire = new ScriptedWire(3, number -> Status.OK);
    Caller caller = caller(wire);
    AtomicInteger counting = new AtomicInteger();

    Sending sending =
        new OpenLoop(caller, settings(400, 100, 300, 5)).run(counting::incrementAndGet);

    assertThat(wire.sent()).isEqualTo(160);
    assertThat(sending.due()).isEqualTo(120);
    assertThat(sending.sent()).isEqualTo(120);
    assertThat(sending.waited()).isZero();
    assertThat(sending.lag().count()).isEqualTo(120);
    assertThat(caller.tally().outcomes()).isEqualTo(Map.of("OK", 120L));
    assertThat(caller.tally().sinceDue().count()).isEqualTo(120);
    assertThat(counting).hasValue(1);
  }

  @Test
  void open_outcomes_areCountedByStatus() throws Exception {
    Status[] script = {Status.OK, Status.RESOURCE_EXHAUSTED, Status.OK, Status.UNAVAILABLE};
    ScriptedWire wire = new ScriptedWire(3, number -> script[(int) (number % 4)]);
    Caller caller = caller(wire);

    new OpenLoop(caller, settings(1_000, 0, 200, 5)).run(LoopTest::nothing);

    assertThat(caller.tally().outcomes())
        .isEqualTo(Map.of("OK", 100L, "RESOURCE_EXHAUSTED", 50L, "UNAVAILABLE", 50L));
    assertThat(caller.tally().sinceDue().count()).isEqualTo(100);
    assertThat(caller.tally().sinceSent().count()).isEqualTo(100);
    assertThat(caller.tally().failed().count()).isEqualTo(100);
  }

  @Test
  void open_answersWithoutAScoreForEachCandidate_areWrong() throws Exception {
    Caller caller = caller(new ScriptedWire(2, number -> Status.OK));

    new OpenLoop(caller, settings(1_000, 0, 20, 5)).run(LoopTest::nothing);

    assertThat(caller.tally().outcomes()).isEqualTo(Map.of("WRONG_ANSWER", 20L));
  }

  @Test
  void open_asManyUnderWayAsAllowed_waitsForThemAndThenGivesUp() throws Exception {
    ScriptedWire wire = new ScriptedWire(3, number -> number < 10 ? Status.OK : null);
    LoadSettings settings =
        new LoadSettings(
            Duration.ZERO,
            new Pace(1_000, Pace.Arrivals.CONSTANT),
            Duration.ofMillis(50),
            4,
            Duration.ofMillis(100),
            1);

    Sending sending = new OpenLoop(caller(wire), settings, Duration.ZERO).run(LoopTest::nothing);

    assertThat(wire.sent()).isEqualTo(14);
    assertThat(wire.mostOpen()).isEqualTo(4);
    assertThat(sending.due()).isEqualTo(50);
    assertThat(sending.sent()).isEqualTo(14);
    assertThat(sending.waited()).isEqualTo(36);
    assertThat(sending.verdict()).isEqualTo(Sending.Verdict.SERVER_TOO_SLOW);
  }

  @Test
  void open_interrupted_ends() {
    Caller caller = caller(new ScriptedWire(3, number -> Status.OK));
    OpenLoop loop = new OpenLoop(caller, settings(10, 0, 60_000, 5));

    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> loop.run(LoopTest::nothing)).isInstanceOf(InterruptedException.class);
  }

  @Test
  void closed_answersAtOnce_keepsAsManyUnderWayAsAsked() throws Exception {
    ScriptedWire wire = new ScriptedWire(3, number -> Status.OK);
    Caller caller = caller(wire);
    AtomicInteger counting = new AtomicInteger();
    LoadSettings settings =
        new LoadSettings(
            Duration.ofMillis(100), Pace.MAX, Duration.ofMillis(100), 1, Duration.ofSeconds(5), 1);

    Sending sending = new ClosedLoop(caller, settings).run(counting::incrementAndGet);

    assertThat(wire.mostOpen()).isEqualTo(1);
    assertThat(sending.sent()).isPositive().isLessThan(wire.sent());
    assertThat(caller.tally().outcomes()).isEqualTo(Map.of("OK", sending.sent()));
    assertThat(counting).hasValue(1);
  }

  @Test
  void closed_failuresAtOnce_pauseAndGoOn() throws Exception {
    ScriptedWire wire = new ScriptedWire(3, number -> Status.UNAVAILABLE);
    Caller caller = caller(wire);
    LoadSettings settings =
        new LoadSettings(
            Duration.ZERO, Pace.MAX, Duration.ofMillis(200), 3, Duration.ofSeconds(5), 1);

    Sending sending = new ClosedLoop(caller, settings).run(LoopTest::nothing);

    // 3 chains, a pause of 10 ms after each request: at most 21 requests each.
    assertThat(sending.sent()).isBetween(1L, 63L);
    assertThat(caller.tally().outcomes()).isEqualTo(Map.of("UNAVAILABLE", sending.sent()));
  }

  private static void nothing() {}

  private static Caller caller(Wire wire) {
    return new Caller(wire, REQUESTS, Duration.ofSeconds(5));
  }

  private static LoadSettings settings(
      double rate, int warmupMillis, int millis, int deadlineSeconds) {
    return new LoadSettings(
        Duration.ofMillis(warmupMillis),
        new Pace(rate, Pace.Arrivals.CONSTANT),
        Duration.ofMillis(millis),
        LoadSettings.DEFAULT_BOUND,
        Duration.ofSeconds(deadlineSeconds),
        1);
  }
}
