package io.reelrecs.grpc;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Catches what one logger is told, and keeps it from the console. */
final class LogCapture extends Handler implements AutoCloseable {

  private final Logger logger;
  private final List<LogRecord> records = Collections.synchronizedList(new ArrayList<>());

  LogCapture(Class<?> of) {
    this(of.getName());
  }

  LogCapture(String loggerName) {
    logger = Logger.getLogger(loggerName);
    logger.setUseParentHandlers(false);
    logger.addHandler(this);
  }

  List<LogRecord> records() {
    return List.copyOf(records);
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
