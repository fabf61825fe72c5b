package io.reelrecs.core.model;

import java.util.Arrays;

/**
 * The bias baseline: what a rating is expected to be from the user's and the movie's averages
 * alone, {@code mean + userBias[u] + movieBias[m]}, in the units of the ratings.
 *
 * <p>Immutable and thread-safe.
 */
public final class Baseline {

  /** More than any rating or sum of ratings; sums and products of such figures are finite. */
  private static final double MOST = 1e50;

  private final double mean;
  private final double[] userBias;
  private final double[] movieBias;
  private final double userRegularization;

  private Baseline(double mean, double[] userBias, double[] movieBias, double userRegularization) {
    this.userRegularization = userRegularization;
    this.mean = mean;
    this.userBias = userBias;
    this.movieBias = movieBias;
  }

  /**
   * A baseline of these figures.
   *
   * @param mean mean of all ratings
   * @param userBias bias by dense user index; not kept
   * @param movieBias bias by dense movie index, 0 for a movie without ratings; not kept
   * @param userRegularization by how many ratings of 0 a user's bias was shrunk, not negative
   * @throws IllegalArgumentException if a figure is NaN, infinite or beyond 1e50 on either side, or
   *     the regularization negative
   */
  public static Baseline of(
      double mean, double[] userBias, double[] movieBias, double userRegularization) {
    check("mean", mean);
    check("user regularization", userRegularization);
    if (userRegularization < 0) {
      throw new IllegalArgumentException(
          "user regularization must be >= 0, actual: " + userRegularization);
    }
    for (double bias : userBias) {
      check("user bias", bias);
    }
    for (double bias : movieBias) {
      check("movie bias", bias);
    }
    return new Baseline(mean, userBias.clone(), movieBias.clone(), userRegularization);
  }

  private static void check(String what, double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(what + " must be finite, actual: " + value);
    }
    if (Math.abs(value) > MOST) {
      throw new IllegalArgumentException(what + " must be within 1e50 of 0, actual: " + value);
    }
  }

  /** The mean of all ratings. */
  public double mean() {
    return mean;
  }

  /** How far the user rates above the mean, shrunk. */
  public double userBias(int user) {
    return userBias[user];
  }

  /** How far the movie is rated above the mean, shrunk. */
  public double movieBias(int movie) {
    return movieBias[movie];
  }

  /** By how many ratings of 0 a user's bias was shrunk. */
  public double userRegularization() {
    return userRegularization;
  }

  /**
   * The bias of a user who was not trained on: {@code sum(r - mean - movieBias) / (regularization +
   * n)}, which is how the biases of the others came about; 0 without ratings.
   *
   * @param movie dense movie indexes
   * @param rating what the user gave them
   * @param size how many of the two arrays count
   */
  public double foldIn(int[] movie, double[] rating, int size) {
    double sum = 0;
    for (int i = 0; i < size; i++) {
      sum += rating[i] - mean - movieBias[movie[i]];
    }
    return size == 0 ? 0 : sum / (userRegularization + size);
  }

  /** The number of users. */
  public int users() {
    return userBias.length;
  }

  /** The number of movies. */
  public int movies() {
    return movieBias.length;
  }

  /** Whether the figures are the same bits. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Baseline that
        && Double.compare(mean, that.mean) == 0
        && Double.compare(userRegularization, that.userRegularization) == 0
        && Arrays.equals(userBias, that.userBias)
        && Arrays.equals(movieBias, that.movieBias);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(userBias) * 31 + Arrays.hashCode(movieBias);
  }

  @Override
  public String toString() {
    return "Baseline[mean=" + mean + ", users=" + users() + ", movies=" + movies() + "]";
  }
}
