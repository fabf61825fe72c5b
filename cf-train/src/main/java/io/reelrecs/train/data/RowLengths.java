package io.reelrecs.train.data;

import io.reelrecs.train.random.SplitMix64;

/**
 * How many ratings each user gives: a long tail, {@link SynthesisShape#tail} scaled so that the sum
 * is exact, above the minimum.
 */
final class RowLengths {

  /** Nobody rates more than this part of the catalog, unless the data is denser than that. */
  private static final double MAX_SHARE = 0.625;

  private RowLengths() {}

  /**
   * The number of ratings of each user, in {@code [1, movies]}, with sum {@code ratings}.
   *
   * @param activity receives each user's activity, normal with deviation 1
   */
  static int[] draw(SynthesisParameters parameters, SplitMix64 random, double[] activity) {
    int users = parameters.users();
    double[] tail = new double[users];
    for (int u = 0; u < users; u++) {
      activity[u] = parameters.shape().activity(random.nextGaussian());
      tail[u] = parameters.shape().tail(activity[u]);
    }
    int min = parameters.minRatingsPerUser();
    double mean = (double) parameters.ratings() / users;
    int max =
        (int)
            Math.min(
                parameters.movies(), Math.max(MAX_SHARE * parameters.movies(), 1.5 * mean + 1));

    // The largest scale whose sum does not exceed the number of ratings.
    double low = 0;
    double high = 1;
    while (sum(tail, min, max, high) <= parameters.ratings() && high < 0x1p60) {
      high *= 2;
    }
    for (int i = 0; i < 60; i++) {
      double middle = (low + high) / 2;
      if (sum(tail, min, max, middle) <= parameters.ratings()) {
        low = middle;
      } else {
        high = middle;
      }
    }
    int[] lengths = new int[users];
    long missing = parameters.ratings();
    for (int u = 0; u < users; u++) {
      lengths[u] = length(tail[u], min, max, low);
      missing -= lengths[u];
    }
    // Rounding leaves fewer than one per user, except on data that is full up to its maximum.
    while (missing > 0) {
      for (int u = 0; u < users && missing > 0; u++) {
        if (lengths[u] < max) {
          lengths[u]++;
          missing--;
        }
      }
    }
    return lengths;
  }

  private static long sum(double[] tail, int min, int max, double scale) {
    long sum = 0;
    for (double t : tail) {
      sum += length(t, min, max, scale);
    }
    return sum;
  }

  private static int length(double tail, int min, int max, double scale) {
    return (int) Math.min(max, min + scale * tail);
  }
}
