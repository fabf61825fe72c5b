package io.reelrecs.grpc;

import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Catches what one logger is told, and those below it, and keeps it from the console. */
@SuppressWarnings("exports") // tests are not a module that others read
public final class LogCapture extends Handler implements AutoCloseable {

  private final Logger logger;
  private final List<LogRecord> records = Collections.synchronizedList(new ArrayList<>());

  /** Begins to listen to a class's logger. */
  public LogCapture(Class<?> of) {
    this(of.getName());
  }

  /** Begins to listen. */
  public LogCapture(String loggerName) {
    logger = Logger.getLogger(loggerName);
    logger.setUseParentHandlers(false);
    logger.addHandler(this);
  }

  /** What was said so far. */
  public List<LogRecord> records() {
    return List.copyOf(records);
  }

  /** What was said at a level, as people read it. */
  public List<String> lines(Level level) {
    return records().stream()
        .filter(record -> record.getLevel().equals(level))
        .map(LogCapture::text)
        .toList();
  }

  /** All that was said, with the messages of what was thrown. */
  public String all() {
    StringBuilder all = new StringBuilder();
    for (LogRecord record : records()) {
      all.append(text(record)).append('\n');
      for (Throwable t = record.getThrown(); t != null; t = t.getCause()) {
        all.append(t).append('\n');
      }
    }
    return all.toString();
  }

  private static String text(LogRecord record) {
    return record.getParameters() == null
        ? record.getMessage()
        : MessageFormat.format(record.getMessage(), record.getParameters());
  }

  @Override
  public void publish(LogRecord record) {
    records.add(record);
  }

  @Override
  public void flush() {}

  @Override
  public void close() {
    logger.removeHandler(this);
    logger.setUseParentHandlers(true);
  }
}
