package io.reelrecs.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Lets a command that runs until it is told to stop end in good order. The first SIGTERM or Ctrl-C
 * wakes the command up, which then ends as any command does, with status 0: having stopped when
 * told to is no failure. A second one ends the process at once, whatever it does, with {@link
 * ExitCode#TERMINATED} or {@link ExitCode#INTERRUPTED}.
 *
 * <p>Where the JVM does not hand signals over ({@code -Xrs}, or one without them), a shutdown hook
 * stands in: it wakes the command up, waits for its end up to {@value #PATIENCE_SECONDS} seconds,
 * and ends the process with status 0. A second signal then changes nothing.
 */
final class StopSignal implements AutoCloseable {

  private static final long PATIENCE_SECONDS = 600;

  private final CountDownLatch told = new CountDownLatch(1);
  private final CountDownLatch ended = new CountDownLatch(1);
  private final AtomicBoolean first = new AtomicBoolean(true);
  private final List<Signals.Handled> handled = new ArrayList<>();
  private final Runnable beforeForce;
  private Thread hook;

  private StopSignal(Runnable beforeForce) {
    this.beforeForce = beforeForce;
  }

  /**
   * Starts to listen.
   *
   * @param beforeForce run when a second signal ends the process; has to be short
   */
  static StopSignal listen(Runnable beforeForce) {
    StopSignal signal = new StopSignal(beforeForce);
    try {
      signal.handled.add(Signals.handle("TERM", () -> signal.signaled(ExitCode.TERMINATED)));
      signal.handled.add(Signals.handle("INT", () -> signal.signaled(ExitCode.INTERRUPTED)));
    } catch (UnsupportedOperationException e) {
      signal.handled.forEach(Signals.Handled::close);
      signal.handled.clear();
      signal.hook = new Thread(signal::endWithTheJvm, "reelrecs-stop");
      Runtime.getRuntime().addShutdownHook(signal.hook);
    }
    return signal;
  }

  /** Waits until the process is told to stop. */
  void await() throws InterruptedException {
    told.await();
  }

  /** Waits for a time that a second signal, which ends the process, may cut short. */
  void pause(Duration time) throws InterruptedException {
    if (!time.isZero()) {
      Thread.sleep(time.toMillis());
    }
  }

  private void signaled(ExitCode forced) {
    if (first.getAndSet(false)) {
      told.countDown();
      return;
    }
    beforeForce.run();
    Runtime.getRuntime().halt(forced.status());
  }

  private void endWithTheJvm() {
    told.countDown();
    try {
      if (ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        Runtime.getRuntime().halt(ExitCode.OK.status());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Says that the command has ended, and leaves signals to whom they belonged before. */
  @Override
  public void close() {
    ended.countDown();
    handled.forEach(Signals.Handled::close);
    if (hook != null && told.getCount() > 0) {
      try {
        Runtime.getRuntime().removeShutdownHook(hook);
      } catch (IllegalStateException e) {
        // The JVM is ending already: the hook runs, and finds that there is nothing to wait for.
      }
    }
  }
}
