package io.reelrecs.train.tune;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * One parameter that is searched: its range, how values are drawn from it, and its default.
 *
 * <p>Values are texts as on a command line. A decimal is drawn with 4 significant digits, which is
 * what the contender gets too, so that what is printed is what was measured.
 *
 * @param name letters, digits and hyphens, beginning with a letter
 * @param kind how values are drawn
 * @param low the lowest value; 0 for a choice
 * @param high the highest value, above the lowest; 0 for a choice
 * @param choices the values of a choice, at least two and different; none for a number
 * @param defaultValue the value outside of a search, within the range
 */
public record Dimension(
    String name, Kind kind, double low, double high, List<String> choices, String defaultValue) {

  /** How values are drawn. */
  public enum Kind {
    /** Decimals, all as likely. */
    LINEAR,
    /** Decimals above 0, all orders of magnitude as likely. */
    LOG,
    /** Whole numbers, all as likely. */
    INTEGER,
    /** Whole numbers of at least 1, all orders of magnitude as likely. */
    LOG_INTEGER,
    /** One of a few words, all as likely. */
    CHOICE
  }

  private static final MathContext DIGITS = new MathContext(4);

  /** Half of a neighborhood, as a part of the range. */
  private static final double NEAR = 0.15;

  /** Beyond it, whole numbers are not exact as doubles. */
  private static final double LARGEST_INTEGER = 0x1.0p53;

  /**
   * Checks all of them, and writes the default the way that drawn values are written.
   *
   * @throws IllegalArgumentException naming what does not fit
   */
  public Dimension {
    Objects.requireNonNull(kind, "kind");
    choices = List.copyOf(choices);
    if (!name.matches("[A-Za-z][A-Za-z0-9-]*")) {
      throw new IllegalArgumentException(
          "name must be letters, digits and hyphens after a letter, actual: " + name);
    }
    if (kind == Kind.CHOICE) {
      checkChoices(name, choices, defaultValue);
    } else {
      checkRange(name, kind, low, high);
      defaultValue = number(name, kind, low, high, defaultValue);
    }
  }

  /** A decimal from {@code low} to {@code high}. */
  public static Dimension linear(String name, double low, double high, String defaultValue) {
    return new Dimension(name, Kind.LINEAR, low, high, List.of(), defaultValue);
  }

  /** A decimal from {@code low} to {@code high}, above 0, by order of magnitude. */
  public static Dimension log(String name, double low, double high, String defaultValue) {
    return new Dimension(name, Kind.LOG, low, high, List.of(), defaultValue);
  }

  /** A whole number from {@code low} to {@code high}, both included. */
  public static Dimension integer(String name, long low, long high, String defaultValue) {
    return new Dimension(name, Kind.INTEGER, low, high, List.of(), defaultValue);
  }

  /** A whole number from {@code low} to {@code high}, both included, by order of magnitude. */
  public static Dimension logInteger(String name, long low, long high, String defaultValue) {
    return new Dimension(name, Kind.LOG_INTEGER, low, high, List.of(), defaultValue);
  }

  /** One of these values. */
  public static Dimension choice(String name, List<String> choices, String defaultValue) {
    return new Dimension(name, Kind.CHOICE, 0, 0, choices, defaultValue);
  }

  /** This with another default; a number beyond the range widens it. */
  Dimension withDefault(String value) {
    if (kind == Kind.CHOICE) {
      return new Dimension(name, kind, low, high, choices, value);
    }
    double number = parse(name, value).doubleValue();
    return new Dimension(name, kind, Math.min(low, number), Math.max(high, number), choices, value);
  }

  /** The value at a place of the range, which is in {@code [0, 1)}. */
  String at(double place) {
    return switch (kind) {
      case LINEAR -> decimal(low + place * (high - low));
      case LOG -> decimal(between(low, high, place));
      case INTEGER -> integer(low + place * (high - low + 1));
      case LOG_INTEGER -> integer(between(low, high + 1, place));
      case CHOICE -> choices.get((int) (place * choices.size()));
    };
  }

  /**
   * The value at a place of the neighborhood of the default, which is in {@code [0, 1)}: a part of
   * the range with the default in its middle, or at the end of the range. For a choice that is all.
   */
  String near(double place) {
    double middle =
        switch (kind) {
          case LINEAR, INTEGER -> (Double.parseDouble(defaultValue) - low) / (high - low);
          case LOG, LOG_INTEGER ->
              StrictMath.log(Double.parseDouble(defaultValue) / low) / StrictMath.log(high / low);
          case CHOICE -> 0.5;
        };
    double from = kind == Kind.CHOICE ? 0 : Math.max(0, middle - NEAR);
    double to = kind == Kind.CHOICE ? 1 : Math.min(1, middle + NEAR);
    return at(Math.min(Math.nextDown(1.0), from + place * (to - from)));
  }

  private static double between(double low, double high, double place) {
    double from = StrictMath.log(low);
    return StrictMath.exp(from + place * (StrictMath.log(high) - from));
  }

  private String decimal(double value) {
    BigDecimal rounded = new BigDecimal(value).round(DIGITS);
    double inRange = Math.min(high, Math.max(low, rounded.doubleValue()));
    return plain(BigDecimal.valueOf(inRange));
  }

  private String integer(double value) {
    double inRange = Math.min(high, Math.max(low, Math.floor(value)));
    return plain(BigDecimal.valueOf(inRange));
  }

  private static String plain(BigDecimal number) {
    return number.stripTrailingZeros().toPlainString();
  }

  /** The range in words: "log-integer 10 to 300", "zero or user-mean". */
  public String range() {
    return kind == Kind.CHOICE
        ? String.join(" or ", choices)
        : kind.name().toLowerCase(Locale.ROOT).replace('_', '-')
            + " "
            + plain(BigDecimal.valueOf(low))
            + " to "
            + plain(BigDecimal.valueOf(high));
  }

  private static void checkChoices(String name, List<String> choices, String defaultValue) {
    if (choices.size() < 2 || choices.stream().distinct().count() < choices.size()) {
      throw new IllegalArgumentException(
          "choices of " + name + " must be two different ones or more, actual: " + choices);
    }
    for (String choice : choices) {
      if (!choice.matches("[^\\s:=,]+")) {
        throw new IllegalArgumentException(
            "choices of " + name + " must be words without space : = or comma, actual: " + choice);
      }
    }
    if (!choices.contains(defaultValue)) {
      throw new IllegalArgumentException(
          "default of " + name + " must be one of " + choices + ", actual: " + defaultValue);
    }
  }

  private static boolean isInteger(Kind kind) {
    return kind == Kind.INTEGER || kind == Kind.LOG_INTEGER;
  }

  private static void checkRange(String name, Kind kind, double low, double high) {
    if (!(low < high && Double.isFinite(low) && Double.isFinite(high))) {
      throw new IllegalArgumentException(
          "range of " + name + " must ascend and be finite, actual: " + low + " to " + high);
    }
    if ((kind == Kind.LOG && low <= 0) || (kind == Kind.LOG_INTEGER && low < 1)) {
      throw new IllegalArgumentException(
          "low of " + name + " must be above 0 for orders of magnitude, actual: " + low);
    }
    if (isInteger(kind)
        && !(low == Math.rint(low)
            && high == Math.rint(high)
            && Math.abs(low) < LARGEST_INTEGER
            && Math.abs(high) < LARGEST_INTEGER)) {
      throw new IllegalArgumentException(
          "range of " + name + " must be whole numbers, actual: " + low + " to " + high);
    }
  }

  private static String number(String name, Kind kind, double low, double high, String text) {
    BigDecimal value = parse(name, text);
    double number = value.doubleValue();
    if (!(low <= number && number <= high) || (isInteger(kind) && number != Math.rint(number))) {
      throw new IllegalArgumentException(
          "default of "
              + name
              + " must be "
              + (isInteger(kind) ? "a whole number " : "")
              + "in ["
              + plain(BigDecimal.valueOf(low))
              + ", "
              + plain(BigDecimal.valueOf(high))
              + "], actual: "
              + text);
    }
    return plain(value);
  }

  private static BigDecimal parse(String name, String text) {
    try {
      return new BigDecimal(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "default of " + name + " must be a number, actual: " + text, e);
    }
  }
}
