package io.reelrecs.core.model;

import io.reelrecs.core.matrix.ScaledMatrix;
import java.util.Objects;

/**
 * What the movies that a user rated say of another: kernel ridge regression of residuals, one for
 * every user over the movies rated, on a similarity of movies.
 *
 * <p>{@code F(u,i) = sum over rated j of K(i,j) a_uj}. The similarity K is that of {@link
 * UserRegression} with the roles of users and movies exchanged, to which its own square may be
 * added, brought to a unit diagonal: movies are similar also by way of a third.
 *
 * <p>The weights of a user solve {@code (A + penalty(n) I) a = e} over the n movies rated, with
 * {@code penalty(n) = regularization (n / 100)^exponent}. A is K less what the user brought to it.
 *
 * <p>Sources: those of {@link UserRegression}.
 *
 * @param regularization penalty of a user with 100 ratings, more than 0
 * @param exponent how the penalty grows with the number of ratings, in {@code [0, 1]}
 * @param strength what the prediction is multiplied by
 * @param kernel K, movies by movies, symmetric; rounded
 * @param weights a, by row position of the rating matrix; kept, and not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // one float a rating; shared, never changed
public record MovieRegression(
    double regularization,
    double exponent,
    Strength strength,
    ScaledMatrix kernel,
    float[] weights) {

  /**
   * At most this many steps of conjugate gradients solve for a user's weights, in training and for
   * those who were not trained on.
   */
  public static final int MOST_STEPS = 12;

  /** The steps end when the square of the preconditioned residual has fallen to this part. */
  public static final double TOLERANCE = 1e-5;

  private static final double MIDDLE_COUNT = 100;

  /**
   * Checks that all figures are in range.
   *
   * @throws IllegalArgumentException naming the one that is not
   */
  public MovieRegression {
    Objects.requireNonNull(strength, "strength");
    checkParameters(regularization, exponent);
    Regressions.checkFinite("weights", weights);
    Regressions.checkSquare("kernel", kernel);
  }

  static void checkParameters(double regularization, double exponent) {
    if (!(regularization > 0 && regularization < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "regularization must be > 0 and finite, actual: " + regularization);
    }
    if (!(exponent >= 0 && exponent <= 1)) {
      throw new IllegalArgumentException("exponent must be in [0, 1], actual: " + exponent);
    }
  }

  /** The penalty of a regression over so many ratings. */
  public double penalty(int ratings) {
    return penalty(regularization, exponent, ratings);
  }

  /** The same for figures that are in no regression yet. */
  public static double penalty(double regularization, double exponent, int ratings) {
    return regularization * StrictMath.pow(ratings / MIDDLE_COUNT, exponent);
  }

  /** This with an equal kernel that lies elsewhere. */
  MovieRegression with(ScaledMatrix sameKernel) {
    return new MovieRegression(regularization, exponent, strength, sameKernel, weights);
  }
}
