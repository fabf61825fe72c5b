package io.reelrecs.bench;

import java.time.Duration;
import java.util.Objects;

/**
 * What a benchmark may take.
 *
 * @param benchmark class and method, as in {@code ScoreBenchmark.oneMovie}
 * @param percentile which percentile of its times is held to the limit, above 0, at most 100
 * @param limit the most that it may be, above zero
 */
record Budget(String benchmark, double percentile, Duration limit) {

  Budget {
    Objects.requireNonNull(benchmark, "benchmark");
    if (!(percentile > 0 && percentile <= 100)) {
      throw new IllegalArgumentException("percentile must be in (0, 100], actual: " + percentile);
    }
    if (limit.isZero() || limit.isNegative()) {
      throw new IllegalArgumentException("limit must be above zero, actual: " + limit);
    }
  }

  /** The limit in nanoseconds. */
  double limitNanos() {
    return (double) limit.toNanos();
  }
}
