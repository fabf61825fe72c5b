package io.reelrecs.cli.log;

import java.io.PrintStream;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Sends the records of all loggers to one stream, in one format, in place of the handlers that the
 * JDK has set up, until it is closed. Of level INFO and above. Thread-safe.
 */
public final class ServerLog implements AutoCloseable {

  private static final String MANAGER = "java.util.logging.manager";
  private static final System.Logger.Level NOTICE = System.Logger.Level.INFO;

  private final Logger root = Logger.getLogger("");
  private final Handler[] before = root.getHandlers();
  private final Handler handler;
  private final PrintStream err;
  private final LogFormat format;

  private ServerLog(PrintStream err, LogFormat format) {
    this.err = err;
    this.format = format;
    this.handler = new LineHandler(err, format.formatter());
    handler.setLevel(Level.INFO);
    for (Handler other : before) {
      root.removeHandler(other);
    }
    root.addHandler(handler);
  }

  /** Opens it. If it is the first thing to log in this JVM, it stays open when the JVM stops. */
  public static ServerLog open(PrintStream err, LogFormat format) {
    // The name only: to touch the class would have the JDK choose its manager before this is said.
    if (System.getProperty(MANAGER) == null) {
      System.setProperty(MANAGER, LastingLogManager.class.getName());
    }
    ServerLog log = new ServerLog(err, format);
    LastingLogManager.last();
    return log;
  }

  /** Tells people what the program does: a plain line, or where the log is JSON, a line of it. */
  public void say(String what) {
    if (format == LogFormat.JSON) {
      System.getLogger("io.reelrecs.serve").log(NOTICE, what);
    } else {
      err.println(what);
    }
  }

  /** Puts the handlers back that were there before. */
  @Override
  public void close() {
    root.removeHandler(handler);
    for (Handler other : before) {
      root.addHandler(other);
    }
  }
}
