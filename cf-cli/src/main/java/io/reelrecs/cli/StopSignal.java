package io.reelrecs.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Lets a command that runs until it is told to stop end in good order. On SIGTERM or Ctrl-C the JVM
 * runs its shutdown hooks and then exits with 128 plus the signal's number; this is such a hook. It
 * wakes the command up and holds the JVM back until the command has ended, and then ends the
 * process with status 0: having stopped when told to is no failure.
 *
 * <p>A command that never ends is not waited for beyond {@value #PATIENCE_SECONDS} seconds.
 */
final class StopSignal implements AutoCloseable {

  private static final long PATIENCE_SECONDS = 120;

  private final CountDownLatch told = new CountDownLatch(1);
  private final CountDownLatch ended = new CountDownLatch(1);
  private final Thread hook = new Thread(this::stop, "reelrecs-stop");

  private StopSignal() {}

  /** Starts to listen. */
  static StopSignal listen() {
    StopSignal signal = new StopSignal();
    Runtime.getRuntime().addShutdownHook(signal.hook);
    return signal;
  }

  /** Waits until the process is told to stop. */
  void await() throws InterruptedException {
    told.await();
  }

  private void stop() {
    told.countDown();
    try {
      if (ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        Runtime.getRuntime().halt(ExitCode.OK.status());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Says that the command has ended. */
  @Override
  public void close() {
    ended.countDown();
    if (told.getCount() > 0) {
      try {
        Runtime.getRuntime().removeShutdownHook(hook);
      } catch (IllegalStateException e) {
        // The JVM is ending already: the hook runs, and finds that there is nothing to wait for.
      }
    }
  }
}
