package io.reelrecs.bench;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** Times as people write them. */
final class TimeText {

  private static final String[] UNITS = {"ns", "us", "ms", "s"};
  private static final MathContext THREE_DIGITS = new MathContext(3);

  private TimeText() {}

  /** Three significant digits and a unit, as in "1.25 ms". */
  static String of(double nanos) {
    BigDecimal value = BigDecimal.valueOf(nanos).round(THREE_DIGITS);
    int unit = 0;
    while (unit < UNITS.length - 1 && value.compareTo(BigDecimal.valueOf(1000)) >= 0) {
      value = value.movePointLeft(3);
      unit++;
    }
    return number(value) + " " + UNITS[unit];
  }

  /** How many times the measured time fits into the limit, two digits, as in "3.2x". */
  static String headroom(double limitNanos, double measuredNanos) {
    if (!(measuredNanos > 0)) {
      return "-";
    }
    return number(BigDecimal.valueOf(limitNanos / measuredNanos).round(new MathContext(2))) + "x";
  }

  /** A percentile without needless decimals: "99", "99.9". */
  static String percentile(double percentile) {
    return number(BigDecimal.valueOf(percentile));
  }

  /** A count with thousands apart. */
  static String count(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }

  private static String number(BigDecimal value) {
    return value.stripTrailingZeros().toPlainString();
  }
}
