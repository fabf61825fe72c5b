package io.reelrecs.train.report;

import io.reelrecs.train.evaluate.Measure;
import java.util.Locale;

/** Figures as the page shows them: English digits whatever the machine's language. Stateless. */
final class Figures {

  /** What stands where there is no figure. */
  static final String NONE = "–";

  private Figures() {}

  /** A whole number with thousands separated: 1,000,209. */
  static String count(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }

  /** So many decimals, or {@link #NONE} for what is no number. */
  static String decimals(double value, int decimals) {
    return Double.isFinite(value) ? String.format(Locale.ROOT, "%." + decimals + "f", value) : NONE;
  }

  /** The value of a measure: four decimals; one where it counts ratings. */
  static String of(Measure measure, double value) {
    return decimals(value, measure == Measure.AVERAGE_RATINGS ? 1 : 4);
  }

  /** A difference, with its sign. */
  static String signed(double value) {
    return Double.isFinite(value) ? String.format(Locale.ROOT, "%+.5f", value) : NONE;
  }

  /** A share as a percentage. */
  static String percent(double share) {
    return Double.isFinite(share) ? String.format(Locale.ROOT, "%.1f%%", 100 * share) : NONE;
  }

  /** A probability: two digits that say something, but never 0, which no test can tell. */
  static String probability(double p) {
    if (!Double.isFinite(p)) {
      return NONE;
    }
    if (p < 1e-300) {
      return "< 1e-300";
    }
    return p < 0.001 ? String.format(Locale.ROOT, "%.1e", p) : decimals(p, 3);
  }

  /** A number without decimals that say nothing: 4, 0.25. */
  static String plain(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? String.format(Locale.ROOT, "%.0f", value)
        : Double.toString(value);
  }

  /** A count in the room that an axis has: 940, 12k, 1.2M. */
  static String brief(long count) {
    if (count < 1_000) {
      return Long.toString(count);
    }
    if (count < 999_500) {
      return decimals(count / 1e3, count < 9_950 ? 1 : 0) + "k";
    }
    return decimals(count / 1e6, 1) + "M";
  }

  /** A place in a drawing: one decimal. */
  static String place(double value) {
    String text = decimals(value, 1);
    return text.equals("-0.0") ? "0.0" : text;
  }
}
