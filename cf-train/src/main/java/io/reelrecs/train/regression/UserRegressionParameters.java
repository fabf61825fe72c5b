package io.reelrecs.train.regression;

import io.reelrecs.core.model.Strength;

/**
 * How to train the regression over users.
 *
 * @param shrinkage added to a user's sum of squared residuals, more than 0
 * @param countWeight weight of what users have in common whatever they thought of it, not negative
 * @param regularization penalty of a movie with 100 ratings, more than 0
 * @param exponent how the penalty grows with the number of ratings, in {@code [0, 1]}
 * @param strength what predictions are multiplied by
 */
public record UserRegressionParameters(
    double shrinkage,
    double countWeight,
    double regularization,
    double exponent,
    Strength strength) {

  /** For predictions that rest on users alone. */
  public static final UserRegressionParameters DEFAULT =
      new UserRegressionParameters(150, 0.2, 1.5, 0.4, new Strength(1.99, -0.13, 0.04));

  /**
   * For predictions that are added to those of {@link MovieRegressionParameters#IN_FUSION}; found
   * by a search, see {@code docs/accuracy.md}.
   */
  public static final UserRegressionParameters IN_FUSION =
      new UserRegressionParameters(150, 0.3169, 1.5, 0.4, new Strength(0.87, -0.25, 0.1439));

  /**
   * Checks all of them.
   *
   * @throws IllegalArgumentException naming the one that is out of range
   */
  public UserRegressionParameters {
    Checks.similarity(shrinkage, countWeight);
    Checks.penalty(regularization, exponent);
    Checks.strength(strength);
  }

  /** These with another strength. */
  public UserRegressionParameters withStrength(Strength other) {
    return new UserRegressionParameters(shrinkage, countWeight, regularization, exponent, other);
  }
}
