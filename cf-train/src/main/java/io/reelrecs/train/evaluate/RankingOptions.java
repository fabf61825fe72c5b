package io.reelrecs.train.evaluate;

import java.util.List;

/**
 * How rankings are measured.
 *
 * @param cutoffs list lengths, ascending, each at least 1; at least one
 * @param comparedAt the one of them at which contenders are compared and bands are made
 * @param positiveFrom the lowest test rating that counts as a hit, where the split does not take
 *     any
 */
public record RankingOptions(List<Integer> cutoffs, int comparedAt, double positiveFrom) {

  /** Lists of 5, 10, 20 and 50, compared at 10, ratings of 4 and more are hits. */
  public static final RankingOptions DEFAULT = new RankingOptions(List.of(5, 10, 20, 50), 10, 4);

  /**
   * Checks all of them.
   *
   * @throws IllegalArgumentException naming the one that is out of range
   */
  public RankingOptions {
    cutoffs = List.copyOf(cutoffs);
    int before = 0;
    for (int cutoff : cutoffs) {
      if (cutoff <= before) {
        throw new IllegalArgumentException("cutoffs must ascend from >= 1, actual: " + cutoffs);
      }
      before = cutoff;
    }
    if (!cutoffs.contains(comparedAt)) {
      throw new IllegalArgumentException(
          "comparedAt must be one of the cutoffs " + cutoffs + ", actual: " + comparedAt);
    }
    if (Double.isNaN(positiveFrom)) {
      throw new IllegalArgumentException("positiveFrom must be a number, actual: NaN");
    }
  }

  /** The longest list that is looked at. */
  int longest() {
    return cutoffs.get(cutoffs.size() - 1);
  }
}
