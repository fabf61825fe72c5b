package io.reelrecs.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for what happens on other threads. */
final class Wait {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private Wait() {}

  /** Returns as soon as {@code condition} holds, and fails when it never does. */
  static void until(String what, BooleanSupplier condition) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean() && System.nanoTime() < end) {
      Thread.sleep(2);
    }
    assertThat(condition.getAsBoolean()).as(what).isTrue();
  }
}
