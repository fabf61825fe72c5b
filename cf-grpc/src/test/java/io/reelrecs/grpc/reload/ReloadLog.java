package io.reelrecs.grpc.reload;

import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** What the reloader logs, kept from the console. */
final class ReloadLog extends Handler implements AutoCloseable {

  private final Logger logger = Logger.getLogger(ModelReloader.class.getName());
  private final List<LogRecord> records = Collections.synchronizedList(new ArrayList<>());

  ReloadLog() {
    logger.setUseParentHandlers(false);
    logger.addHandler(this);
  }

  List<LogRecord> records() {
    return List.copyOf(records);
  }

  List<String> lines(Level level) {
    return records().stream()
        .filter(record -> record.getLevel().equals(level))
        .map(
            record ->
                record.getParameters() == null
                    ? record.getMessage()
                    : MessageFormat.format(record.getMessage(), record.getParameters()))
        .toList();
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
