package io.reelrecs.cli;

import java.util.List;
import java.util.Locale;

/** Figures as people read them: English digits and separators whatever the machine's language. */
final class Text {

  private Text() {}

  /** How the person at the terminal calls this program, as the launcher says. */
  static String command() {
    return System.getProperty("reelrecs.command", "reelrecs");
  }

  static String format(String format, Object... args) {
    return String.format(Locale.ROOT, format, args);
  }

  /** A whole number with thousands separated: 1,000,209. */
  static String count(long count) {
    return format("%,d", count);
  }

  /** A number of bytes in the largest unit that leaves a digit before the point. */
  static String bytes(long bytes) {
    if (bytes < 1_000) {
      return bytes + " B";
    }
    if (bytes < 1_000_000) {
      return format("%.1f kB", bytes / 1e3);
    }
    return bytes < 1_000_000_000 ? format("%.1f MB", bytes / 1e6) : format("%.2f GB", bytes / 1e9);
  }

  /** A time in three digits or so: 312 ns, 1.05 us, 55.1 ms, 4.60 s. */
  static String seconds(double seconds) {
    String[] units = {"s", "ms", "us", "ns"};
    double value = seconds;
    int unit = 0;
    while (value < 1 && unit < units.length - 1) {
      value *= 1_000;
      unit++;
    }
    String format = value >= 100 ? "%.0f %s" : value >= 10 ? "%.1f %s" : "%.2f %s";
    return format(format, value, units[unit]);
  }

  /** A rating or an end of its scale, without decimals that say nothing. */
  static String rating(double rating) {
    return rating == Math.rint(rating) ? format("%.0f", rating) : format("%s", rating);
  }

  /** These words as a line for a shell, each quoted where it has to be. */
  static String shell(List<String> words) {
    StringBuilder line = new StringBuilder();
    for (String word : words) {
      line.append(line.isEmpty() ? "" : " ");
      boolean plain = word.matches("[A-Za-z0-9_@%+=:,./-]+");
      line.append(plain ? word : "'" + word.replace("'", "'\\''") + "'");
    }
    return line.toString();
  }

  /** "1 rating", "2 ratings". */
  static String plural(long count, String noun) {
    return count(count) + " " + noun + (count == 1 ? "" : "s");
  }
}
