package io.reelrecs.train.data;

/**
 * How synthetic ratings are spread over users and movies: as in one of two MovieLens sets. Data of
 * any size can have either.
 */
public enum SynthesisShape {

  /**
   * MovieLens 1M: movies that most people know. The middle movie has half as many ratings as the
   * mean, and a user's row is at most about 14 times as long as the mean.
   */
  ML_1M(4) {
    /** Fitted to the quantiles: median 76, 99th percentile 880 above the minimum of 20. */
    @Override
    double tail(double z) {
      return StrictMath.exp(z * (1.5 + z * (-0.21 + z * 0.012)));
    }

    /** A power law at the head, a cut-off at the tail. */
    @Override
    double popularity(double x, int movies) {
      return StrictMath.exp(
          -0.508 * StrictMath.log(x + 0.0016) - 0.676 * x + 1.65 * StrictMath.log(1.007 - x));
    }
  },

  /**
   * MovieLens 32M: a few movies that half of the users rated and a long tail that hardly anybody
   * knows. The middle movie has about a hundredth of the mean, and the longest row about a hundred
   * times the mean.
   */
  ML_32M(4.5) {
    /** Fitted to the quantiles: median 53, 75th percentile 150 above the minimum of 20. */
    @Override
    double tail(double z) {
      return StrictMath.exp(z * (1.66 + z * (-0.196 + z * 0.0228)));
    }

    /**
     * Flat for the first few movies, then one power law, and then a steeper one. Where the first
     * begins is a number of movies, so that the best known are as well known in any catalog.
     */
    @Override
    double popularity(double x, int movies) {
      return StrictMath.exp(
          -0.9 * StrictMath.log(1 + x * movies / 17.5) - 2.3 * StrictMath.log(1 + x / 0.085));
    }
  };

  private final double mostActive;

  SynthesisShape(double mostActive) {
    this.mostActive = mostActive;
  }

  /** A user's activity: a normal number, with what is too far from 0 brought back to a limit. */
  double activity(double normal) {
    return Math.max(-mostActive, Math.min(mostActive, normal));
  }

  /**
   * How many ratings a user of activity {@code z} gives above the minimum, against 1 for the middle
   * one.
   */
  abstract double tail(double z);

  /**
   * The weight of the movie at place {@code x} of {@code (0, 1)} in the order of popularity of a
   * catalog of so many movies; fitted to the number of ratings per movie, allowing for nobody
   * rating a movie twice.
   */
  abstract double popularity(double x, int movies);
}
