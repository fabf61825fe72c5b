package io.reelrecs.train.ranking;

/**
 * How to rank by reverse neighbors, see {@link io.reelrecs.core.model.Ranking.ByNeighbors}.
 *
 * @param k how many nearest users of each user count, at least 1
 * @param similarityExponent what similarities are raised to, in {@code [0, 10]}
 * @param popularityExponent what a movie's popularity is raised to and divided by, in {@code [0,
 *     10]}
 * @param positiveFrom the lowest rating that is a positive, in the units of the ratings
 */
public record NeighborRankingParameters(
    int k, double similarityExponent, double popularityExponent, double positiveFrom) {

  /** What ranks best on MovieLens 1M; see {@code docs/accuracy.md}. */
  public static final NeighborRankingParameters DEFAULT =
      new NeighborRankingParameters(400, 1.5, 0.2, 4);

  /**
   * Checks the ranges.
   *
   * @throws IllegalArgumentException naming what is out of range
   */
  public NeighborRankingParameters {
    if (k < 1) {
      throw new IllegalArgumentException("k must be >= 1, actual: " + k);
    }
    checkExponent("similarityExponent", similarityExponent);
    checkExponent("popularityExponent", popularityExponent);
    checkPositiveFrom(positiveFrom);
  }

  private static void checkExponent(String what, double value) {
    if (!(value >= 0 && value <= 10)) {
      throw new IllegalArgumentException(what + " must be in [0, 10], actual: " + value);
    }
  }

  static void checkNotNegative(String what, double value) {
    if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(what + " must be >= 0 and finite, actual: " + value);
    }
  }

  static void checkPositiveFrom(double positiveFrom) {
    if (Double.isNaN(positiveFrom)) {
      throw new IllegalArgumentException("positiveFrom must be a number, actual: NaN");
    }
  }
}
