package io.reelrecs.cli;

import java.util.Map;
import java.util.Properties;

/**
 * Which of the standard streams a person is looking at. The launcher finds out and says so in
 * system properties, because Java cannot tell; without the launcher nothing counts as a terminal.
 *
 * @param stdout whether standard output is a terminal
 * @param stderr whether standard error is a terminal
 * @param color whether colors are welcome on a terminal
 * @param columns the width of the terminal, in characters
 */
record Terminal(boolean stdout, boolean stderr, boolean color, int columns) {

  static final int DEFAULT_COLUMNS = 80;

  private static final int MIN_COLUMNS = 40;
  private static final int MAX_COLUMNS = 120;

  /** No terminal anywhere: output to files and pipes, and in tests. */
  static Terminal none() {
    return new Terminal(false, false, false, DEFAULT_COLUMNS);
  }

  /**
   * What the launcher found, and what the environment wishes: {@code NO_COLOR} set to anything, or
   * {@code TERM=dumb}, turns colors off. A width beyond 40 to 120 columns is brought within.
   */
  static Terminal of(Properties properties, Map<String, String> environment) {
    boolean color =
        environment.getOrDefault("NO_COLOR", "").isEmpty()
            && !"dumb".equals(environment.get("TERM"));
    return new Terminal(
        Boolean.parseBoolean(properties.getProperty("reelrecs.tty.stdout")),
        Boolean.parseBoolean(properties.getProperty("reelrecs.tty.stderr")),
        color,
        columns(properties.getProperty("reelrecs.tty.columns", "")));
  }

  private static int columns(String text) {
    if (!text.matches("[1-9][0-9]{0,4}")) {
      return DEFAULT_COLUMNS;
    }
    return Math.max(MIN_COLUMNS, Math.min(MAX_COLUMNS, Integer.parseInt(text)));
  }

  boolean colorOnStdout() {
    return color && stdout;
  }

  boolean colorOnStderr() {
    return color && stderr;
  }
}
