package io.reelrecs.train.report;

import java.util.ArrayList;
import java.util.List;

/** Round numbers for an axis: multiples of 1, 2 or 5 times a power of ten. Stateless. */
final class Ticks {

  private static final double[] STEPS = {1, 2, 5, 10};

  private Ticks() {}

  /** The marks of a range, both ends included where they are round; about {@code wanted}. */
  static List<Axis.Tick> round(double from, double to, int wanted) {
    double rough = (to - from) / wanted;
    int power = (int) Math.floor(StrictMath.log10(rough));
    double unit = StrictMath.pow(10, power);
    double factor = STEPS[0];
    for (int i = 1; i < STEPS.length; i++) {
      // The step nearest in ratio: above the geometric mean of two it is the greater.
      if (rough > unit * Math.sqrt(STEPS[i - 1] * STEPS[i])) {
        factor = STEPS[i];
      }
    }
    int decimals = Math.max(0, factor == 10 ? -power - 1 : -power);
    double step = factor * unit;
    List<Axis.Tick> ticks = new ArrayList<>();
    for (long i = (long) Math.ceil(from / step - 1e-9); i * step <= to + 1e-9 * step; i++) {
      ticks.add(new Axis.Tick(i * step, Figures.decimals(i * step, decimals), ""));
    }
    return ticks;
  }
}
