package io.reelrecs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;

class TransportLogTest {

  private static LogRecord record() {
    LogRecord record = new LogRecord(Level.WARNING, "Stream Error");
    record.setThrown(new IllegalStateException("too much"));
    return record;
  }

  @Test
  void log_aFewLinesAMinute_withoutTraces() {
    TransportLog log = new TransportLog();
    for (int i = 0; i < 10; i++) {
      LogRecord record = record();
      assertThat(log.isLoggable(record, 1)).isTrue();
      assertThat(record.getThrown()).isNull();
      assertThat(record.getMessage())
          .isEqualTo("Stream Error: java.lang.IllegalStateException: too much");
    }
    for (int i = 0; i < 1_000; i++) {
      assertThat(log.isLoggable(record(), 1)).isFalse();
    }

    LogRecord next = record();
    assertThat(log.isLoggable(next, 2)).isTrue();

    assertThat(next.getMessage()).endsWith("too much (1000 more before, not logged)");
  }
}
