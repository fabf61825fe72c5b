package io.reelrecs.cli.log;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.logging.Formatter;
import java.util.logging.LogRecord;

/**
 * Time (UTC), level, logger and message in one line, in which control characters have become
 * spaces, and below it the stack trace if there is one. Thread-safe.
 */
final class TextLines extends Formatter {

  @Override
  public String format(LogRecord line) {
    StringWriter text = new StringWriter();
    LineOrigin origin = LineOrigin.of(line);
    try (PrintWriter out = new PrintWriter(text)) {
      out.printf("%s %-5s %s: ", line.getInstant(), LineOrigin.level(line), line.getLoggerName());
      out.print(formatMessage(line).replaceAll("\\p{Cntrl}+", " "));
      origin.requestId().ifPresent(id -> out.print(" [request " + id + "]"));
      origin.traceId().ifPresent(id -> out.print(" [trace " + id + "]"));
      out.println();
      if (line.getThrown() != null) {
        line.getThrown().printStackTrace(out);
      }
    }
    return text.toString();
  }
}
