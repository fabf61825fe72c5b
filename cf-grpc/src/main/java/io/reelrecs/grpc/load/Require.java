package io.reelrecs.grpc.load;

import java.time.Duration;

/** Checks of the values of limits. */
final class Require {

  /** The transport counts nanoseconds in a long; a year leaves room. */
  private static final Duration LONGEST = Duration.ofDays(365);

  private Require() {}

  static void atLeastOne(String name, int value) {
    if (value < 1) {
      throw new IllegalArgumentException(name + " must be >= 1, actual: " + value);
    }
  }

  static void aMillisecond(String name, Duration value) {
    if (value.compareTo(Duration.ofMillis(1)) < 0 || value.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          name + " must be in [1 ms, 365 days], actual: " + text(value));
    }
  }

  static void aMillisecondOrZero(String name, Duration value) {
    if (!value.isZero()) {
      aMillisecond(name, value);
    }
  }

  private static String text(Duration value) {
    return value.toString();
  }
}
