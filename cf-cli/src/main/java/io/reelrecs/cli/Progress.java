package io.reelrecs.cli;

import java.io.PrintStream;
import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * A progress bar on standard error: {@code Searching [===== ] 51% 12s, 11s left}. Shown only on a
 * terminal, redrawn at most ten times a second, and wiped out at the end, also on Ctrl-C.
 * Thread-safe; an update that draws nothing costs some nanoseconds.
 */
final class Progress implements AutoCloseable {

  private static final long REDRAW_NANOS = 100_000_000L;
  private static final long SECOND_NANOS = 1_000_000_000L;
  private static final int BAR_CHARS = 24;

  private final PrintStream err;
  private final boolean enabled;
  private final int columns;
  private final LongSupplier nanoTime;
  private final Thread wipeAtExit = new Thread(this::end, "reelrecs-progress-wipe");

  private String label = "";
  private long labelStart;
  private long lastDraw;
  private boolean drawn;

  /** Set when the process ends: a thread that works on meanwhile must not draw anew. */
  private boolean ended;

  private Progress(CliContext context, LongSupplier nanoTime) {
    this.err = context.err();
    this.enabled = context.terminal().stderr();
    this.columns = context.terminal().columns();
    this.nanoTime = nanoTime;
  }

  /** A bar that shows nothing until the first update. */
  static Progress start(CliContext context) {
    return start(context, System::nanoTime);
  }

  static Progress start(CliContext context, LongSupplier nanoTime) {
    Progress progress = new Progress(context, nanoTime);
    if (progress.enabled) {
      Runtime.getRuntime().addShutdownHook(progress.wipeAtExit);
    }
    return progress;
  }

  /**
   * Says how far a step has come.
   *
   * @param step what is being done; a new one starts the time from 0
   * @param fraction the part done, 0 to 1; NaN or a negative number where it is not known
   */
  void update(String step, double fraction) {
    update(step, fraction, "");
  }

  /** As above, with a note behind the bar, such as the best so far. */
  void update(String step, double fraction, String note) {
    if (enabled) {
      draw(step, fraction, note);
    }
  }

  private synchronized void draw(String step, double fraction, String note) {
    long now = nanoTime.getAsLong();
    boolean newStep = !step.equals(label);
    if (newStep) {
      label = step;
      labelStart = now;
    }
    if (ended || (drawn && !newStep && now - lastDraw < REDRAW_NANOS)) {
      return;
    }
    lastDraw = now;
    drawn = true;
    String line = line(step, fraction, now - labelStart);
    line += note.isEmpty() ? "" : "  " + note;
    // One column stays free: a full line would make some terminals scroll.
    err.print("\r" + line.substring(0, Math.min(line.length(), columns - 1)) + "\033[K");
    err.flush();
  }

  /** Wipes the bar out. What is printed next starts on a clean line. */
  @Override
  public void close() {
    if (!enabled) {
      return;
    }
    wipe();
    try {
      Runtime.getRuntime().removeShutdownHook(wipeAtExit);
    } catch (IllegalStateException e) {
      // The JVM is ending: the hook runs, and finds nothing left to wipe.
    }
  }

  /** Prints a line above the bar, which is drawn anew by the next update; on any standard error. */
  synchronized void note(String line) {
    wipe();
    err.println(line);
  }

  private synchronized void end() {
    ended = true;
    wipe();
  }

  private synchronized void wipe() {
    if (drawn) {
      err.print("\r\033[K");
      err.flush();
      drawn = false;
    }
  }

  private static String line(String step, double fraction, long elapsedNanos) {
    StringBuilder line = new StringBuilder(step);
    boolean known = fraction >= 0;
    double done = Math.min(fraction, 1);
    if (known) {
      int filled = (int) (done * BAR_CHARS);
      line.append("  [").append("=".repeat(filled)).append(" ".repeat(BAR_CHARS - filled));
      line.append(String.format(Locale.ROOT, "] %3d%%", (int) (done * 100)));
    }
    if (elapsedNanos >= SECOND_NANOS) {
      line.append("  ").append(time(elapsedNanos));
      if (known && done >= 0.02 && done < 1) {
        line.append(", ").append(time((long) (elapsedNanos / done * (1 - done)))).append(" left");
      }
    }
    return line.toString();
  }

  private static String time(long nanos) {
    long seconds = nanos / SECOND_NANOS;
    return seconds < 60
        ? seconds + "s"
        : String.format(Locale.ROOT, "%dm%02ds", seconds / 60, seconds % 60);
  }
}
