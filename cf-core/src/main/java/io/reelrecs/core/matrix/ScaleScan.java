package io.reelrecs.core.matrix;

/**
 * Finds the scale of ratings, also of several runs of them one by one. Not thread-safe.
 *
 * <p>Ratings are multiplied by how many units make 1, a power of two, which is exact; where one
 * does not become a whole number, the unit is halved.
 */
final class ScaleScan {

  /** The units of the finest grid that is looked for in 1. */
  private static final int FINEST = 16;

  private double lo = Double.POSITIVE_INFINITY;
  private double hi = Double.NEGATIVE_INFINITY;

  /** How many units make 1; 0 if ratings are on no grid. */
  private int perOne = 1;

  /**
   * Looks at ratings {@code from .. to - 1}.
   *
   * @throws IllegalArgumentException if one is NaN or infinite
   */
  void add(float[] ratings, int from, int to) {
    float least = Float.POSITIVE_INFINITY;
    float most = Float.NEGATIVE_INFINITY;
    double units = perOne;
    for (int i = from; i < to; i++) {
      float rating = ratings[i];
      if (!Float.isFinite(rating)) {
        throw new IllegalArgumentException("ratings must be finite, actual: " + rating);
      }
      least = rating < least ? rating : least;
      most = rating > most ? rating : most;
      while (rating * units != Math.rint(rating * units)) {
        units = units < FINEST ? units * 2 : 0;
      }
    }
    perOne = (int) units;
    lo = Math.min(lo, least);
    hi = Math.max(hi, most);
  }

  /** Takes what another scan has found. */
  void add(ScaleScan other) {
    perOne = perOne == 0 || other.perOne == 0 ? 0 : Math.max(perOne, other.perOne);
    lo = Math.min(lo, other.lo);
    hi = Math.max(hi, other.hi);
  }

  /** The scale of all ratings; {@code [0, 0]} if there were none. */
  RatingScale scale() {
    if (lo > hi) {
      return new RatingScale(0, 0, 1);
    }
    boolean grid =
        perOne > 0 && Math.max(Math.abs(lo), Math.abs(hi)) * perOne <= RatingScale.MAX_STEPS;
    // Adding 0.0 turns a negative zero into a plain one, so that equal data has one description.
    return new RatingScale(lo + 0.0, hi + 0.0, grid ? 1.0 / perOne : 0);
  }
}
