package io.reelrecs.train.evaluate.significance;

import java.util.Arrays;
import java.util.Comparator;

/**
 * P-values of several tests, raised for their number, so that one below 5% is that rare among all
 * of them (S. Holm, "A Simple Sequentially Rejective Multiple Test Procedure", 1979). Stateless.
 */
public final class Holm {

  private Holm() {}

  /**
   * Holm's step-down: the smallest p-value times the number of tests, the next times one less, each
   * at least the one before it and at most 1.
   *
   * @param pValues in any order; not changed
   * @return the adjusted ones, in the same order
   */
  public static double[] adjust(double... pValues) {
    Integer[] ascending = new Integer[pValues.length];
    Arrays.setAll(ascending, i -> i);
    Arrays.sort(ascending, Comparator.comparingDouble(i -> pValues[i]));
    double[] adjusted = new double[pValues.length];
    double floor = 0;
    for (int rank = 0; rank < ascending.length; rank++) {
      int i = ascending[rank];
      floor = Math.max(floor, Math.min(1, (ascending.length - rank) * pValues[i]));
      adjusted[i] = floor;
    }
    return adjusted;
  }
}
