package io.reelrecs.grpc.reload;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Lets one thread work at half speed in short slices, so that those which answer requests find a
 * core when they need one. Not thread-safe.
 */
final class Pace implements Runnable {

  /** Much shorter than the time for which a system lets one thread have a core. */
  private static final long SLICE = TimeUnit.MICROSECONDS.toNanos(500);

  /** Where others take the cores a slice may seem long; it is not paid for in full. */
  private static final long MOST = TimeUnit.MILLISECONDS.toNanos(5);

  private long began = System.nanoTime();

  /** Rests for as long as was worked, if that is worth it; returns at once when interrupted. */
  @Override
  public void run() {
    long worked = System.nanoTime() - began;
    if (worked >= SLICE) {
      LockSupport.parkNanos(Math.min(worked, MOST));
      began = System.nanoTime();
    }
  }
}
