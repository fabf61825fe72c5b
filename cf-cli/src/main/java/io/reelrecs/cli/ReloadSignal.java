package io.reelrecs.cli;

import java.io.PrintStream;
import sun.misc.Signal;
import sun.misc.SignalHandler;

/**
 * Runs something on SIGHUP, which otherwise would end the process. Where there is no such signal,
 * or the JVM keeps it for itself ({@code -Xrs}), says so and does nothing.
 */
final class ReloadSignal implements AutoCloseable {

  private static final String NAME = "HUP";

  private final SignalHandler before;

  private ReloadSignal(SignalHandler before) {
    this.before = before;
  }

  /** Starts to listen. */
  static ReloadSignal listen(Runnable action, PrintStream err) {
    try {
      return new ReloadSignal(Signal.handle(new Signal(NAME), signal -> action.run()));
    } catch (IllegalArgumentException e) {
      err.println("SIGHUP is not listened to: " + e.getMessage());
      return new ReloadSignal(null);
    }
  }

  /** Leaves the signal to whoever had it before. */
  @Override
  public void close() {
    if (before != null) {
      Signal.handle(new Signal(NAME), before);
    }
  }
}
