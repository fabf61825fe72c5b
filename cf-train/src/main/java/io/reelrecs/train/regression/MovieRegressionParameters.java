package io.reelrecs.train.regression;

import io.reelrecs.core.model.Strength;

/**
 * How to train the regression over movies.
 *
 * @param shrinkage added to a movie's sum of squared residuals, more than 0
 * @param countWeight weight of the users in common whatever they thought, not negative
 * @param regularization penalty of a user with 100 ratings, more than 0
 * @param exponent how the penalty grows with the number of ratings, in {@code [0, 1]}
 * @param twoStepWeight weight of the similarity by way of a third movie, not negative; with 0 it is
 *     left out, and training is faster by most
 * @param strength what predictions are multiplied by
 */
public record MovieRegressionParameters(
    double shrinkage,
    double countWeight,
    double regularization,
    double exponent,
    double twoStepWeight,
    Strength strength) {

  /** For predictions that rest on movies alone. */
  public static final MovieRegressionParameters DEFAULT =
      new MovieRegressionParameters(150, 0.5, 1, 0.5, 1, new Strength(1.28, 0.06, 0.10));

  /** For predictions that are added to those of {@link UserRegressionParameters#IN_FUSION}. */
  public static final MovieRegressionParameters IN_FUSION =
      DEFAULT.withStrength(new Strength(0.93, 0.08, -0.01));

  /**
   * Checks all of them.
   *
   * @throws IllegalArgumentException naming the one that is out of range
   */
  public MovieRegressionParameters {
    Checks.similarity(shrinkage, countWeight);
    Checks.penalty(regularization, exponent);
    Checks.notNegative("twoStepWeight", twoStepWeight);
    Checks.strength(strength);
  }

  /** These with another strength. */
  public MovieRegressionParameters withStrength(Strength other) {
    return new MovieRegressionParameters(
        shrinkage, countWeight, regularization, exponent, twoStepWeight, other);
  }
}
