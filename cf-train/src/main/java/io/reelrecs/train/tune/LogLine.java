package io.reelrecs.train.tune;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;

/** A trial as a line of a log: seven fields with tabs between them. Stateless. */
final class LogLine {

  private static final int FIELDS = 7;

  private LogLine() {}

  static String of(Trial trial) {
    return String.join(
        "\t",
        Integer.toString(trial.rung()),
        Integer.toString(trial.candidate()),
        trial.failed() ? "failed" : "ok",
        trial.failed() ? "-" : Double.toString(trial.value().getAsDouble()),
        String.format(Locale.ROOT, "%.3f", trial.seconds()),
        trial.point().text(),
        LogText.escape(trial.failure().orElse("")));
  }

  /**
   * The trial of a line without its end.
   *
   * @throws IllegalArgumentException if it is none
   */
  static Trial parse(String line) {
    String[] fields = line.split("\t", -1);
    if (fields.length != FIELDS) {
      throw new IllegalArgumentException(fields.length + " fields");
    }
    boolean failed = fields[2].equals("failed");
    if (!failed && !fields[2].equals("ok")) {
      throw new IllegalArgumentException("the outcome " + fields[2]);
    }
    TreeMap<String, String> values = new TreeMap<>();
    for (String value : fields[5].split(":", -1)) {
      String[] parts = value.split("=", 2);
      values.put(parts[0], parts.length > 1 ? parts[1] : "");
    }
    double value = failed ? 0 : Double.parseDouble(fields[3]);
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("the value " + fields[3]);
    }
    return new Trial(
        Integer.parseInt(fields[0]),
        Integer.parseInt(fields[1]),
        new Point(values),
        failed ? OptionalDouble.empty() : OptionalDouble.of(value),
        failed ? Optional.of(LogText.unescape(fields[6])) : Optional.empty(),
        Double.parseDouble(fields[4]));
  }
}
