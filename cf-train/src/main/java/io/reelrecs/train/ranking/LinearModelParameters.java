package io.reelrecs.train.ranking;

import io.reelrecs.core.model.Ranking;

/**
 * How to train a linear model, see {@link LinearModelTrainer} for what each does.
 *
 * @param lambda regularization, added to the diagonal; above 0
 * @param dropout regularization in proportion to a movie's own diagonal entry, as dropping inputs
 *     at random would give; not negative
 * @param userExponent how much less a user with many positives counts: {@code n_u^-userExponent};
 *     not negative
 * @param popularityExponent how much movies with many positives are held back: {@code
 *     n_j^-popularityExponent}; not negative
 * @param positiveFrom the lowest rating that is a positive, in the units of the ratings
 * @param lowestWeight weight of the lowest positive, in {@code (0, 1]}; see {@link
 *     Ranking.ByLinearModel#weight(double, double)}
 */
public record LinearModelParameters(
    double lambda,
    double dropout,
    double userExponent,
    double popularityExponent,
    double positiveFrom,
    double lowestWeight) {

  /** What ranks best on MovieLens 1M; see {@code docs/accuracy.md}. */
  public static final LinearModelParameters DEFAULT =
      new LinearModelParameters(500, 3, 0.75, 0.25, 4, 0.85);

  /**
   * Checks the ranges.
   *
   * @throws IllegalArgumentException naming what is out of range
   */
  public LinearModelParameters {
    if (!(lambda > 0 && lambda < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("lambda must be > 0 and finite, actual: " + lambda);
    }
    NeighborRankingParameters.checkNotNegative("dropout", dropout);
    NeighborRankingParameters.checkNotNegative("userExponent", userExponent);
    NeighborRankingParameters.checkNotNegative("popularityExponent", popularityExponent);
    NeighborRankingParameters.checkPositiveFrom(positiveFrom);
    if (!(lowestWeight > 0 && lowestWeight <= 1)) {
      throw new IllegalArgumentException("lowestWeight must be in (0, 1], actual: " + lowestWeight);
    }
  }

  /**
   * Plain EASE, as published: nothing but the regularization, and every positive counts as 1.
   *
   * @param lambda regularization, above 0
   * @param positiveFrom the lowest rating that is a positive; negative infinity for all ratings
   */
  public static LinearModelParameters plain(double lambda, double positiveFrom) {
    return new LinearModelParameters(lambda, 0, 0, 0, positiveFrom, 1);
  }

  /** These with another lowest positive rating. */
  public LinearModelParameters withPositiveFrom(double other) {
    return new LinearModelParameters(
        lambda, dropout, userExponent, popularityExponent, other, lowestWeight);
  }
}
