package io.reelrecs.grpc.telemetry;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** So many lines a second, and a count of those that were too many. Thread-safe. */
final class LineBudget {

  private final int linesASecond;
  private final LongSupplier nanos;
  private long second;
  private int taken;
  private long leftOut;

  LineBudget(int linesASecond, LongSupplier nanos) {
    this.linesASecond = linesASecond;
    this.nanos = nanos;
    this.second = nanos.getAsLong();
  }

  /** Whether there is room for one more line; where there is not it counts as left out. */
  synchronized boolean take() {
    long now = nanos.getAsLong();
    if (now - second >= TimeUnit.SECONDS.toNanos(1)) {
      second = now;
      taken = 0;
    }
    if (taken == linesASecond) {
      leftOut++;
      return false;
    }
    taken++;
    return true;
  }

  /** How many were left out since this was last asked. */
  synchronized long takeLeftOut() {
    long count = leftOut;
    leftOut = 0;
    return count;
  }
}
