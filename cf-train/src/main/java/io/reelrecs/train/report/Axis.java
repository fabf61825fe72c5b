package io.reelrecs.train.report;

import io.reelrecs.train.evaluate.Band;
import java.util.ArrayList;
import java.util.List;

/**
 * An axis: where a value lies along it, and its marks.
 *
 * @param title what it measures, with the unit
 * @param from the value at its start
 * @param to the value at its end, greater
 * @param logarithmic whether equal ratios, rather than differences, are equally far apart
 * @param ticks the marks
 */
record Axis(String title, double from, double to, boolean logarithmic, List<Axis.Tick> ticks) {

  /** The part of a range that is left free at either end. */
  private static final double MARGIN = 0.06;

  /** How many marks a vertical axis has room for. */
  private static final int VERTICAL_TICKS = 4;

  /**
   * A mark.
   *
   * @param value where it is
   * @param label what stands there; empty for no mark
   * @param sublabel what is counted there, below the labels; may be empty
   */
  record Tick(double value, String label, String sublabel) {}

  Axis {
    ticks = List.copyOf(ticks);
  }

  /** An axis that spans these values, with round marks. */
  static Axis spanning(String title, List<Double> values, boolean fromZero) {
    double low = fromZero ? 0 : Double.POSITIVE_INFINITY;
    double high = fromZero ? 0 : Double.NEGATIVE_INFINITY;
    for (double value : values) {
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
    if (high - low < 1e-9) { // one value: some room around it
      low -= fromZero ? 0 : 0.05;
      high += 0.05;
    }
    double free = MARGIN * (high - low);
    double from = fromZero ? low : low - free;
    return new Axis(
        title, from, high + free, false, Ticks.round(from, high + free, VERTICAL_TICKS));
  }

  /**
   * An axis of bands in a row, whose middles lie at 0, 1, 2 and so on; marks between them say where
   * each begins.
   *
   * @param counts how many there are in each band, said below it
   */
  static Axis ofBands(String title, List<Band> bands, List<Long> counts) {
    List<Tick> ticks = new ArrayList<>();
    for (int i = 0; i < bands.size(); i++) {
      ticks.add(new Tick(i - 0.5, Integer.toString(bands.get(i).from()), ""));
      ticks.add(new Tick(i, "", Figures.brief(counts.get(i))));
    }
    int end = bands.get(bands.size() - 1).to();
    if (end < Integer.MAX_VALUE) {
      ticks.add(new Tick(bands.size() - 0.5, Integer.toString(end + 1), ""));
    }
    return new Axis(title, -0.5, bands.size() - 0.5, false, ticks);
  }

  /** How far along it a value lies, 0 at its start and 1 at its end. */
  double place(double value) {
    return logarithmic
        ? StrictMath.log(value / from) / StrictMath.log(to / from)
        : (value - from) / (to - from);
  }
}
