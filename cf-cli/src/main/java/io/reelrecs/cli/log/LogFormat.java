package io.reelrecs.cli.log;

import java.util.logging.Formatter;

/** How a line of the log is written. */
public enum LogFormat {
  /** For people. */
  TEXT,
  /** One JSON object, for what collects logs. */
  JSON;

  Formatter formatter() {
    return this == JSON ? new JsonLines() : new TextLines();
  }
}
