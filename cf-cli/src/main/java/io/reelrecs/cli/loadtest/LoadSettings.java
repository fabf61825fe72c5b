package io.reelrecs.cli.loadtest;

import java.time.Duration;
import java.util.Objects;

/**
 * How to load a server.
 *
 * @param warmup how long requests are sent without being counted, at the same pace
 * @param pace how often requests are due
 * @param duration how long they are counted
 * @param concurrency the most requests under way at once: where the pace is a rate, one that is due
 *     beyond it waits, and its wait counts; where it is {@link Pace#MAX}, so many are always under
 *     way
 * @param deadline how long each request may take from when it is sent
 * @param seed another one gives other times where the arrivals are drawn
 */
public record LoadSettings(
    Duration warmup, Pace pace, Duration duration, int concurrency, Duration deadline, long seed) {

  /** Requests under way at once, where the pace is a rate: a bound of memory, seldom reached. */
  public static final int DEFAULT_BOUND = 5_000;

  /** Requests under way at once in a closed loop. */
  public static final int DEFAULT_CONCURRENCY = 64;

  private static final Duration LONGEST = Duration.ofDays(7);

  /**
   * Checks all of them.
   *
   * @throws IllegalArgumentException naming the one that is out of range
   */
  public LoadSettings {
    Objects.requireNonNull(pace, "pace");
    if (warmup.isNegative() || warmup.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException("warmup must be 0 to 7 days, actual: " + warmup);
    }
    checkTime("duration", duration);
    checkTime("deadline", deadline);
    if (concurrency < 1) {
      throw new IllegalArgumentException("concurrency must be >= 1, actual: " + concurrency);
    }
  }

  private static void checkTime(String name, Duration time) {
    if (time.isZero() || time.isNegative() || time.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(name + " must be above 0, up to 7 days, actual: " + time);
    }
  }
}
