package io.reelrecs.core.matrix;

/**
 * The scale that ratings were found on: {@code [lo, hi]}, and the grid they lie on.
 *
 * @param lo the lowest rating found
 * @param hi the highest rating found
 * @param unit the largest of 1, 1/2, 1/4, 1/8 and 1/16 that every rating is a multiple of; 0 if
 *     there is none, or if a rating has more than {@value #MAX_STEPS} of them. Whole stars have
 *     unit 1, half stars 0.5. On such a grid dot products are whole numbers and thus exact.
 */
public record RatingScale(double lo, double hi, double unit) {

  /** The most units a rating may have on either side of zero to count as being on a grid. */
  public static final int MAX_STEPS = Short.MAX_VALUE;

  /**
   * Checks that this is a scale.
   *
   * @throws IllegalArgumentException if an end is not finite, they are in the wrong order, or the
   *     unit is negative
   */
  public RatingScale {
    if (!(Double.isFinite(lo) && Double.isFinite(hi) && lo <= hi)) {
      throw new IllegalArgumentException(
          "lo and hi must be finite and in order, actual: " + lo + " and " + hi);
    }
    if (!(unit >= 0 && unit <= 1)) {
      throw new IllegalArgumentException("unit must be in [0, 1], actual: " + unit);
    }
  }

  /**
   * The scale of these ratings; {@code [0, 0]} if there are none.
   *
   * @throws IllegalArgumentException if a rating is NaN or infinite
   */
  public static RatingScale of(float[] ratings) {
    ScaleScan scan = new ScaleScan();
    scan.add(ratings, 0, ratings.length);
    return scan.scale();
  }

  /** Whether all ratings are equal, as in implicit data: such a scale tells nothing apart. */
  public boolean isPoint() {
    return lo == hi;
  }

  /** The nearest rating within the scale. */
  public double clamp(double rating) {
    return Math.min(hi, Math.max(lo, rating));
  }

  /** A rating brought to {@code [0, 1]}, clamped; 0.5 on a scale that is a single point. */
  public double normalize(double rating) {
    return isPoint() ? 0.5 : Math.min(1, Math.max(0, (rating - lo) / (hi - lo)));
  }
}
