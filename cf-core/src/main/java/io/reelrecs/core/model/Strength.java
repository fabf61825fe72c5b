package io.reelrecs.core.model;

/**
 * How much the neighbors of one side count for, beside the baseline: {@code base + perUser (ln(1 +
 * n_u) - 5) + perMovie (ln(1 + n_m) - 6)}, with {@code n_u} ratings of the user and {@code n_m} of
 * the movie. The constants put the middle of MovieLens 1M near 0.
 *
 * @param base where both are in the middle
 * @param perUser what a user with more ratings adds, in natural logarithms
 * @param perMovie what a movie with more ratings adds, in natural logarithms
 */
public record Strength(double base, double perUser, double perMovie) {

  private static final double MOST = 1e6;
  private static final double MIDDLE_USER = 5;
  private static final double MIDDLE_MOVIE = 6;

  /**
   * Refuses what no model has.
   *
   * @throws IllegalArgumentException if one is NaN or beyond a million on either side
   */
  public Strength {
    check(base);
    check(perUser);
    check(perMovie);
  }

  private static void check(double figure) {
    if (!(Math.abs(figure) <= MOST)) {
      throw new IllegalArgumentException(
          "a strength must be within a million of 0, actual: " + figure);
    }
  }

  /** The part that a user with so many ratings decides. */
  public double ofUser(int ratings) {
    return base + perUser * (StrictMath.log1p(ratings) - MIDDLE_USER);
  }

  /** The part that a movie with so many ratings decides. */
  public double ofMovie(int ratings) {
    return perMovie * (StrictMath.log1p(ratings) - MIDDLE_MOVIE);
  }
}
