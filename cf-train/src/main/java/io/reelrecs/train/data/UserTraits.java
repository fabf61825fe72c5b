package io.reelrecs.train.data;

import io.reelrecs.train.random.SplitMix64;

/**
 * What one synthetic user is like; used again for the next. A user's place on the map of themes and
 * taste are independent: the first decides what is watched, the second how it is liked.
 */
final class UserTraits {

  /** A user's generosity falls with activity, as in ML-1M (correlation -0.22 of mean and log). */
  private static final double GRUMPINESS = 0.22;

  /**
   * How far a user with few ratings looks around on the map, and how much further one with many.
   */
  private static final double NARROWEST_REACH = 0.4;

  private static final double WIDER_REACH = 1.1;
  private static final double HALF_WIDER_AT = 150;

  final double[] taste = new double[MovieTraits.DIMENSIONS];
  double themeX;
  double themeY;
  double reach;
  double generosity;

  /**
   * Becomes the next user.
   *
   * @param activity normal with deviation 1
   * @param ratings how many ratings the user gives
   */
  void draw(double activity, int ratings, SplitMix64 random) {
    for (int d = 0; d < taste.length; d++) {
      taste[d] = random.nextGaussian();
    }
    themeX = random.nextGaussian();
    themeY = random.nextGaussian();
    reach = NARROWEST_REACH + WIDER_REACH * ratings / (ratings + HALF_WIDER_AT);
    generosity =
        StrictMath.sqrt(1 - GRUMPINESS * GRUMPINESS) * random.nextGaussian()
            - GRUMPINESS * activity;
  }
}
