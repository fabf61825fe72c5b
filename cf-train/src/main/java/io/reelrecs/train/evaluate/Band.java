package io.reelrecs.train.evaluate;

import java.util.List;

/**
 * A range of counts of ratings in the training part.
 *
 * @param from the lowest count of it
 * @param to the highest count of it; {@link Integer#MAX_VALUE} where there is no end
 */
public record Band(int from, int to) {

  /** Bands of how many ratings a user gave: 0, 1-19, 20-49, 50-99, 100-199, 200+. */
  public static final List<Band> ACTIVITY = List.of(starting(0, 1, 20, 50, 100, 200));

  /** Bands of how many ratings a movie got: 0, 1-9, 10-19, 20-49, 50-199, 200-999, 1000+. */
  public static final List<Band> POPULARITY = List.of(starting(0, 1, 10, 20, 50, 200, 1000));

  /**
   * Checks the range.
   *
   * @throws IllegalArgumentException if it is empty or starts below 0
   */
  public Band {
    if (from < 0 || to < from) {
      throw new IllegalArgumentException(
          "band must start at >= 0 and not be empty, actual: " + from + " to " + to);
    }
  }

  private static Band[] starting(int... from) {
    Band[] bands = new Band[from.length];
    for (int i = 0; i < from.length; i++) {
      bands[i] = new Band(from[i], i + 1 < from.length ? from[i + 1] - 1 : Integer.MAX_VALUE);
    }
    return bands;
  }

  /** The number of the band that a count lies in. */
  static int indexOf(List<Band> bands, int count) {
    int i = bands.size() - 1;
    while (count < bands.get(i).from()) {
      i--;
    }
    return i;
  }

  /** The range for people: "0", "20-49", "1000+". */
  public String label() {
    if (to == Integer.MAX_VALUE) {
      return from + "+";
    }
    return from == to ? Integer.toString(from) : from + "-" + to;
  }
}
