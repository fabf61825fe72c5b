package io.reelrecs.cli.loadtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ScheduleTest {

  @Test
  void next_constant_doesNotDrift() {
    long[] times = times(Pace.Arrivals.CONSTANT, 3_000, 9_001, 1);

    assertThat(times[0]).isZero();
    assertThat(times[1]).isEqualTo(333_333);
    assertThat(times[3_000]).isEqualTo(1_000_000_000);
    assertThat(times[9_000]).isEqualTo(3_000_000_000L);
  }

  @Test
  void next_poisson_hasTheRateAndSpreadOfIndependentArrivals() {
    int count = 100_000;
    long[] times = times(Pace.Arrivals.POISSON, 1_000, count, 5);

    assertThat(times).isSorted();
    assertThat(times[count - 1] / 1e9).isCloseTo(count / 1_000.0, within(1.0));
    double square = 0;
    for (int i = 1; i < count; i++) {
      square += Math.pow((times[i] - times[i - 1]) / 1e6, 2);
    }
    // Gaps of 1 ms on average: an exponential distribution has a mean square of 2.
    assertThat(square / count).isCloseTo(2.0, within(0.05));
  }

  @Test
  void next_poisson_followsTheSeed() {
    assertThat(times(Pace.Arrivals.POISSON, 100, 50, 1))
        .isEqualTo(times(Pace.Arrivals.POISSON, 100, 50, 1))
        .isNotEqualTo(times(Pace.Arrivals.POISSON, 100, 50, 2));
  }

  private static long[] times(Pace.Arrivals arrivals, double rate, int count, long seed) {
    Schedule schedule = new Schedule(new Pace(rate, arrivals), seed);
    return LongStream.generate(schedule::next).limit(count).toArray();
  }
}
