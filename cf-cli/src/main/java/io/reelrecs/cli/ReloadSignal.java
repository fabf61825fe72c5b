package io.reelrecs.cli;

import java.io.PrintStream;

/**
 * Runs something on SIGHUP, which otherwise would end the process. Where there is no such signal,
 * or the JVM keeps it for itself ({@code -Xrs}), says so and does nothing.
 */
final class ReloadSignal implements AutoCloseable {

  private final Signals.Handled handled;

  private ReloadSignal(Signals.Handled handled) {
    this.handled = handled;
  }

  /** Starts to listen. */
  static ReloadSignal listen(Runnable action, PrintStream err) {
    try {
      return new ReloadSignal(Signals.handle("HUP", action));
    } catch (UnsupportedOperationException e) {
      err.println("SIGHUP is not listened to: " + e.getMessage());
      return new ReloadSignal(() -> {});
    }
  }

  /** Leaves the signal to whoever had it before. */
  @Override
  public void close() {
    handled.close();
  }
}
