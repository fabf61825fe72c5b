package io.reelrecs.cli;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.logging.Filter;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/**
 * Keeps a client from filling the log. The transport logs what a client does wrong with a stack
 * trace for every frame, at no cost to the client; this lets {@value #PER_MINUTE} such lines a
 * minute through, each without its trace. Other messages of other loggers are left alone.
 *
 * <p>Thread-safe.
 */
final class TransportLog implements Filter {

  private static final int PER_MINUTE = 10;
  private static final String PACKAGE = "io.grpc.netty.shaded.io.grpc.netty.";

  /** Held on to: the JDK forgets a logger's filter with the logger. */
  private static final List<Logger> LOGGERS =
      List.of(
          Logger.getLogger(PACKAGE + "NettyServerHandler"),
          Logger.getLogger(PACKAGE + "NettyServerTransport"),
          Logger.getLogger(PACKAGE + "NettyServerStream"));

  private long minute = Long.MIN_VALUE;
  private int logged;
  private int dropped;

  /** Bounds the log of this JVM's servers. */
  static void bound() {
    TransportLog bound = new TransportLog();
    LOGGERS.forEach(logger -> logger.setFilter(bound));
  }

  @Override
  public boolean isLoggable(LogRecord record) {
    return isLoggable(record, TimeUnit.NANOSECONDS.toMinutes(System.nanoTime()));
  }

  synchronized boolean isLoggable(LogRecord record, long now) {
    int missing = 0;
    if (now != minute) {
      minute = now;
      missing = dropped;
      logged = 0;
      dropped = 0;
    }
    if (logged == PER_MINUTE) {
      dropped++;
      return false;
    }
    logged++;
    String text = record.getMessage();
    if (record.getThrown() != null) {
      text += ": " + record.getThrown();
      record.setThrown(null);
    }
    record.setMessage(missing == 0 ? text : text + " (" + missing + " more before, not logged)");
    return true;
  }
}
