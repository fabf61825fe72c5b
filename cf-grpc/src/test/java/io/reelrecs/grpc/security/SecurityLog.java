package io.reelrecs.grpc.security;

import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** What this package logs, kept from the console. */
@SuppressWarnings("exports") // tests are not a module that others read
public final class SecurityLog extends Handler implements AutoCloseable {

  private final Logger logger = Logger.getLogger("io.reelrecs.grpc.security");
  private final List<LogRecord> records = Collections.synchronizedList(new ArrayList<>());

  /** Begins to listen. */
  public SecurityLog() {
    logger.setUseParentHandlers(false);
    logger.addHandler(this);
  }

  /** What was said at a level, as people read it. */
  public List<String> lines(Level level) {
    return List.copyOf(records).stream()
        .filter(record -> record.getLevel().equals(level))
        .map(SecurityLog::text)
        .toList();
  }

  /** All that was said, with the messages of what was thrown. */
  public String all() {
    StringBuilder all = new StringBuilder();
    for (LogRecord record : List.copyOf(records)) {
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
