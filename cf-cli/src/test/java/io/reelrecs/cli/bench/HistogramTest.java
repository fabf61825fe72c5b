package io.reelrecs.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class HistogramTest {

  @Test
  void quantile_ofKnownTimes_isTheSmallestThatCoversThePart() {
    Histogram times = new Histogram();
    for (int nanos = 100; nanos >= 1; nanos--) {
      times.add(nanos);
    }

    assertThat(times.count()).isEqualTo(100);
    assertThat(times.min()).isEqualTo(1);
    assertThat(times.quantile(0.5)).isEqualTo(50);
    assertThat(times.quantile(0.501)).isEqualTo(51);
    assertThat(times.quantile(0.99)).isEqualTo(99);
    assertThat(times.quantile(1)).isEqualTo(100);
    assertThat(times.quantile(1e-9)).isEqualTo(1);
  }

  @Test
  void quantile_ofFewTimes_isTheLongest() {
    Histogram times = new Histogram();
    times.add(7);
    times.add(3_000_000_019L);
    times.add(20);

    assertThat(times.quantile(0.5)).isEqualTo(20);
    assertThat(times.quantile(0.99)).as("never above the longest").isEqualTo(3_000_000_019L);
  }

  @Test
  void quantile_anyTimes_isNeverBelowTheTrueOneAndLessThanAThousandthAbove() {
    SplittableRandom random = new SplittableRandom(11);
    Histogram times = new Histogram();
    long[] all = new long[20_001];
    for (int i = 0; i < all.length; i++) {
      all[i] = random.nextLong() >>> (1 + random.nextInt(63)); // from 0 to the largest long
      times.add(all[i]);
    }
    Arrays.sort(all);

    for (double part : new double[] {0.001, 0.1, 0.5, 0.9, 0.99, 0.999, 1}) {
      long exact = all[(int) Math.ceil(part * all.length) - 1];
      assertThat(times.quantile(part)).isBetween(exact, exact + exact / 1_000);
    }
    assertThat(times.min()).isEqualTo(all[0]);
  }

  @Test
  void add_timeBelowZero_countsAsZero() {
    Histogram times = new Histogram();
    times.add(-5);

    assertThat(times.min()).isZero();
    assertThat(times.quantile(1)).isZero();
  }

  @Test
  void empty_hasNoTimes() {
    assertThat(new Histogram().count()).isZero();
    assertThat(new Histogram().min()).isZero();
    assertThat(new Histogram().quantile(0.5)).isZero();
  }
}
