package io.reelrecs.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The clock here stands still unless work moves it on. */
class RepeaterTest {

  private static final long MILLI = 1_000_000;
  private static final double SAME = 1e-3;

  private final List<Double> progress = new ArrayList<>();
  private long now = 41;
  private int calls;

  @Test
  void longWork_seconds_areFilledAndTheFirstTimeIsApart() throws Exception {
    // 900 first, then 10, 20, 10, 20, ... until 100 ms are over: 7 times, which is 100 exactly.
    Timing timing = repeater(0.1).longWork(() -> take(calls == 0 ? 900 : calls % 2 == 1 ? 10 : 20));

    assertThat(calls).isEqualTo(8);
    assertThat(timing.runs()).isEqualTo(7);
    assertThat(timing.first()).isEqualTo(0.9);
    assertThat(timing.min()).isEqualTo(0.01);
    assertThat(timing.median()).isCloseTo(0.01, within(0.01 * SAME));
    assertThat(timing.p99()).isCloseTo(0.02, within(0.02 * SAME));
    assertThat(progress).isSorted().hasSize(7).endsWith(1.0);
  }

  @Test
  void longWork_longerThanTheSeconds_isDoneThreeTimesAllTheSame() throws Exception {
    int[] millis = {700, 500, 300, 400};

    Timing timing = repeater(0.1).longWork(() -> take(millis[calls]));

    assertThat(timing.runs()).isEqualTo(3);
    assertThat(timing.first()).isEqualTo(0.7);
    assertThat(timing.min()).isEqualTo(0.3);
    assertThat(timing.median()).isCloseTo(0.4, within(0.4 * SAME));
    assertThat(progress).containsExactly(1.0, 1.0, 1.0);
  }

  @Test
  void longWork_clearing_followsEachTimeAndIsNotTimed() throws Exception {
    List<String> done = new ArrayList<>();
    Work work =
        new Work() {
          @Override
          public Object run() {
            done.add("run");
            return take(100);
          }

          @Override
          public void clear() {
            done.add("clear");
            take(1_000);
          }
        };

    Timing timing = repeater(0.1).longWork(work);

    assertThat(timing.p99()).isCloseTo(0.1, within(0.1 * SAME));
    assertThat(done)
        .containsExactly("run", "clear", "run", "clear", "run", "clear", "run", "clear");
  }

  @Test
  void shortWork_firstQuarter_warmsUpAndIsNotCounted() throws Exception {
    // 1 s; each call takes 1 ms, but 5 ms as long as it is cold, which is 1 + 50 calls: 0.25 s.
    Timing timing = repeater(1).shortWork(() -> take(calls <= 50 ? 5 : 1));

    // The first round of 256 calls takes 456 ms and is the warm-up; 544 ms are left: 3 rounds.
    assertThat(timing.runs()).isEqualTo(3 * 256);
    assertThat(timing.first()).isEqualTo(0.005);
    assertThat(timing.p99()).as("no cold one among them").isCloseTo(0.001, within(1e-3 * SAME));
    assertThat(progress).isSorted().endsWith(1.0);
  }

  @Test
  void shortWork_longerThanTheSeconds_isTimedAllTheSame() throws Exception {
    Timing timing = repeater(0.1).shortWork(() -> take(calls == 0 ? 9 : 2));

    assertThat(timing.runs()).isEqualTo(256);
    assertThat(timing.median()).isCloseTo(0.002, within(2e-3 * SAME));
  }

  @Test
  void clockNanos_isWhatALookTakes() {
    assertThat(Repeater.clockNanos(() -> now += 25)).isEqualTo(25);
  }

  private Repeater repeater(double seconds) {
    return new Repeater(() -> now, seconds, progress::add);
  }

  private Object take(long millis) {
    now += millis * MILLI;
    return calls++;
  }
}
