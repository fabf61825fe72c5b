package io.reelrecs.cli.log;

import java.io.PrintStream;
import java.util.logging.ErrorManager;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.LogRecord;

/** Prints each record whole; the stream stays open, since it is not ours. Thread-safe. */
final class LineHandler extends Handler {

  private final PrintStream out;

  LineHandler(PrintStream out, Formatter formatter) {
    this.out = out;
    setFormatter(formatter);
  }

  @Override
  public void publish(LogRecord line) {
    if (!isLoggable(line)) {
      return;
    }
    try {
      out.print(getFormatter().format(line));
      out.flush();
    } catch (RuntimeException e) {
      reportError("a line of the log was lost", e, ErrorManager.FORMAT_FAILURE);
    }
  }

  @Override
  public void flush() {
    out.flush();
  }

  @Override
  public void close() {
    out.flush();
  }
}
