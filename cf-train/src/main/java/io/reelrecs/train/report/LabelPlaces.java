package io.reelrecs.train.report;

import java.util.Arrays;
import java.util.Comparator;

/** Moves labels apart that would lie on one another. Stateless. */
final class LabelPlaces {

  private LabelPlaces() {}

  /**
   * The places of labels in a column: as near to those wanted as the distance between two allows,
   * in the same order, within the column where it has room for all.
   *
   * @param wanted where each would like to be
   * @param distance the least distance of two
   * @param top the least place
   * @param bottom the greatest place
   */
  static double[] apart(double[] wanted, double distance, double top, double bottom) {
    Integer[] order = new Integer[wanted.length];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, Comparator.comparingDouble(i -> wanted[i]));
    double[] placed = new double[wanted.length];
    double least = top;
    for (int label : order) {
      placed[label] = Math.max(wanted[label], least);
      least = placed[label] + distance;
    }
    double most = bottom;
    for (int i = order.length - 1; i >= 0; i--) {
      int label = order[i];
      placed[label] = Math.min(placed[label], most);
      most = placed[label] - distance;
    }
    return placed;
  }
}
