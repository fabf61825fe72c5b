package io.reelrecs.train.evaluate;

import java.util.Arrays;

/**
 * One user's list against the hits to find, at every cutoff in one pass; see {@link Measure} for
 * the definitions. Used again for each user; not thread-safe.
 */
public final class ListQuality {

  private static final double LN_2 = StrictMath.log(2);

  private final int[] cutoffs;
  private final double[] discount;

  /** {@code idealGain[n]}: the gain of a list that begins with n hits. */
  private final double[] idealGain;

  private final double[] ndcg;
  private final int[] hits;
  private final double[] averagePrecision;
  private final double[] reciprocalRank;

  /** For these cutoffs. */
  public ListQuality(RankingOptions options) {
    cutoffs = options.cutoffs().stream().mapToInt(Integer::intValue).toArray();
    discount = new double[options.longest()];
    idealGain = new double[options.longest() + 1];
    for (int i = 0; i < discount.length; i++) {
      discount[i] = LN_2 / StrictMath.log(i + 2);
      idealGain[i + 1] = idealGain[i] + discount[i];
    }
    ndcg = new double[cutoffs.length];
    hits = new int[cutoffs.length];
    averagePrecision = new double[cutoffs.length];
    reciprocalRank = new double[cutoffs.length];
  }

  /**
   * Measures a list.
   *
   * @param list movies, best first
   * @param wanted the hits to find, ascending, at least one
   */
  public void measure(long[] list, long[] wanted) {
    double gain = 0;
    double precisions = 0;
    double reciprocal = 0;
    int found = 0;
    int rank = 0;
    for (int c = 0; c < cutoffs.length; c++) {
      for (; rank < Math.min(cutoffs[c], list.length); rank++) {
        if (Arrays.binarySearch(wanted, list[rank]) >= 0) {
          found++;
          gain += discount[rank];
          precisions += (double) found / (rank + 1);
          reciprocal = found == 1 ? 1.0 / (rank + 1) : reciprocal;
        }
      }
      int possible = Math.min(wanted.length, cutoffs[c]);
      ndcg[c] = gain / idealGain[possible];
      hits[c] = found;
      averagePrecision[c] = precisions / possible;
      reciprocalRank[c] = reciprocal;
    }
  }

  /** The nDCG of the last list at a cutoff, by its place in the options. */
  public double ndcg(int cutoff) {
    return ndcg[cutoff];
  }

  int hits(int cutoff) {
    return hits[cutoff];
  }

  double averagePrecision(int cutoff) {
    return averagePrecision[cutoff];
  }

  double reciprocalRank(int cutoff) {
    return reciprocalRank[cutoff];
  }
}
