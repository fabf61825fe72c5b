package io.reelrecs.core.model;

import io.reelrecs.core.matrix.ScaledMatrix;

/**
 * By what a model orders the movies that it recommends. All but {@link ByPrediction} learn from
 * which movies a user rated well, not from how well: a rating of {@link #positiveFrom} and more is
 * a positive, everything else is nothing.
 *
 * <p>Immutable and thread-safe.
 */
public sealed interface Ranking {

  /** The lowest rating that is a positive, in the units of the ratings. */
  double positiveFrom();

  /** By the predicted rating; has no positives. */
  record ByPrediction() implements Ranking {
    @Override
    public double positiveFrom() {
      return Double.POSITIVE_INFINITY;
    }
  }

  /** By the number of positives of the movie, the same for all users. */
  record ByPopularity(double positiveFrom) implements Ranking {
    /** Refuses NaN. */
    public ByPopularity {
      checkPositiveFrom(positiveFrom);
    }
  }

  /**
   * By the users who count this one among their nearest ("reverse neighbors"): {@code score(u,i) =
   * n_i^-popularityExponent sum over such v who rated i well of cos(u,v)^similarityExponent}, where
   * the cosine is of the sets of positives, {@code n_uv / sqrt(n_u n_v)}, and {@code n_i} the
   * positives of the movie over their mean. A user who has no positive in common with u says
   * nothing, nor does u.
   *
   * <p>User u is among the k nearest of v exactly where {@code cos(u,v)} is above {@code
   * threshold[v]}, v's k-th best, or equals it and u is not after {@code last[v]}. So nothing else
   * needs to be stored, and a user who was not trained on is compared in the same way.
   *
   * <p>Source: Verstrepen and Goethals, "Unifying Nearest Neighbors Collaborative Filtering",
   * RecSys 2014, for neighborhoods taken from the other side.
   *
   * @param k how many nearest users of each user count, at least 1
   * @param similarityExponent what similarities are raised to, in {@code [0, 10]}
   * @param popularityExponent what a movie's popularity is raised to and divided by, likewise
   * @param threshold by user, the similarity of the k-th nearest; negative infinity where there are
   *     fewer than k others; kept
   * @param last by user, the index of the k-th nearest; kept
   */
  @SuppressWarnings("ArrayRecordComponent") // a number a user; shared, never changed
  record ByNeighbors(
      double positiveFrom,
      int k,
      double similarityExponent,
      double popularityExponent,
      double[] threshold,
      int[] last)
      implements Ranking {
    /** Far more than any use, and far from where a power of a popularity overflows. */
    private static final double MOST_EXPONENT = 10;

    /** Checks the ranges, and that there is a threshold and a last one for each user. */
    public ByNeighbors {
      checkPositiveFrom(positiveFrom);
      if (k < 1) {
        throw new IllegalArgumentException("k must be >= 1, actual: " + k);
      }
      checkExponent("similarityExponent", similarityExponent);
      checkExponent("popularityExponent", popularityExponent);
      if (threshold.length != last.length) {
        throw new IllegalArgumentException(
            "threshold and last must be of one length, actual: "
                + threshold.length
                + " and "
                + last.length);
      }
      for (double value : threshold) {
        if (!(value <= 1 + 1e-9)) {
          throw new IllegalArgumentException("a threshold must be <= 1, actual: " + value);
        }
      }
    }

    private static void checkExponent(String what, double exponent) {
      if (!(exponent >= 0 && exponent <= MOST_EXPONENT)) {
        throw new IllegalArgumentException(what + " must be in [0, 10], actual: " + exponent);
      }
    }
  }

  /**
   * By a linear model: {@code score(u,i) = sum over u's positives j of w(r_uj) B_ji}, with the
   * weight of a rating rising from {@code lowestWeight} at {@code positiveFrom} to 1 at the top of
   * the scale.
   *
   * <p>Source: Steck, "Embarrassingly Shallow Autoencoders for Sparse Data", WWW 2019.
   *
   * @param lowestWeight weight of the lowest positive, in {@code (0, 1]}
   * @param weights B, movies by movies, the row being the movie that was rated; rounded
   */
  record ByLinearModel(double positiveFrom, double lowestWeight, ScaledMatrix weights)
      implements Ranking {
    /** Checks the ranges. */
    public ByLinearModel {
      checkPositiveFrom(positiveFrom);
      if (!(lowestWeight > 0 && lowestWeight <= 1)) {
        throw new IllegalArgumentException(
            "lowestWeight must be in (0, 1], actual: " + lowestWeight);
      }
      Regressions.checkSquare("weights", weights);
    }

    /**
     * The weight of a rating.
     *
     * @param rating in the units of the ratings
     * @param hi the top of the scale
     * @return 0 below {@code positiveFrom}, 1 at the top
     */
    public double weight(double rating, double hi) {
      return weight(rating, positiveFrom, lowestWeight, hi);
    }

    /** The same for figures that are in no model yet. */
    public static double weight(
        double rating, double positiveFrom, double lowestWeight, double hi) {
      if (rating < positiveFrom) {
        return 0;
      }
      double below = hi > positiveFrom ? (hi - rating) / (hi - positiveFrom) : 0;
      return 1 - (1 - lowestWeight) * Math.max(0, below);
    }
  }

  private static void checkPositiveFrom(double positiveFrom) {
    if (Double.isNaN(positiveFrom)) {
      throw new IllegalArgumentException("positiveFrom must be a number, actual: NaN");
    }
  }
}
