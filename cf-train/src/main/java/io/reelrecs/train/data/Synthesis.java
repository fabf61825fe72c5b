package io.reelrecs.train.data;

import io.reelrecs.train.random.SplitMix64;

/**
 * The model that synthetic ratings are drawn from: users with tastes, movies with places in the
 * same space, and one user's row at a time. Memory is linear in users and movies; the time for all
 * rows is about linear in the ratings.
 *
 * <p>Each user's draws come from a random stream of its own. Not thread-safe.
 */
final class Synthesis {

  /**
   * Any number would do that no other stream has. With this one, movie 1193 of the README's example
   * is a popular one under the default seed, as it is in ML-1M.
   */
  private static final long MOVIES_STREAM = -274;

  private final SynthesisParameters parameters;
  private final TasteWeights weights;
  private final MovieTraits movies;
  private final RowPicker picker;
  private final int[] lengths;
  private final double[] activity;
  private final int[] reservations;

  private final UserTraits traits = new UserTraits();
  private final int[] row;
  private final double[] opinions;
  private long ratingsBefore;

  Synthesis(SynthesisParameters parameters, TasteWeights weights) {
    this.parameters = parameters;
    this.weights = weights;
    long seed = parameters.seed();
    movies =
        new MovieTraits(
            parameters.movies(), parameters.shape(), SplitMix64.stream(seed, MOVIES_STREAM));
    activity = new double[parameters.users()];
    lengths = RowLengths.draw(parameters, SplitMix64.stream(seed, -2), activity);
    picker = new RowPicker(movies, weights.pickiness());
    // Every movie gets a place in some row, so that none is without a rating.
    reservations = new int[parameters.movies()];
    for (int m = 0; m < reservations.length; m++) {
      reservations[m] = m;
    }
    SplitMix64.stream(seed, -3).shuffle(reservations);
    int longest = 0;
    for (int length : lengths) {
      longest = Math.max(longest, length);
    }
    row = new int[longest];
    opinions = new double[longest];
  }

  /** The genres of a movie, as bits. */
  int genres(int movie) {
    return movies.genres[movie];
  }

  /** The number of ratings of a user. */
  int length(int user) {
    return lengths[user];
  }

  /** The movie in a place of the row drawn last. */
  int movie(int place) {
    return row[place];
  }

  /** The opinion in a place of the row drawn last, about normal with mean 0 and deviation 1. */
  double opinion(int place) {
    return opinions[place];
  }

  /** Draws the row of the next user, in the order in which the user rates; users go from 0 up. */
  void drawRow(int user, SplitMix64 random) {
    int length = lengths[user];
    traits.draw(activity[user], length, random);
    int reserved = reserve(length);
    picker.pick(traits, row, reserved, length, random);
    for (int i = 0; i < length; i++) {
      opinions[i] =
          weights.shift()
              + weights.userBias() * traits.generosity
              + weights.movieBias() * movies.quality[row[i]]
              + weights.taste() * movies.fit(traits.taste, row[i])
              + weights.noise() * random.nextGaussian();
    }
  }

  /**
   * Puts the movies that are reserved for the next user at the front of the row. Movie number i of
   * the shuffled catalog belongs to the user who gives rating number i * ratings / movies of the
   * file, so an active user gets more of them, and never more than the row has places.
   */
  private int reserve(int length) {
    long count = reservations.length;
    long ratings = parameters.ratings();
    long from = ceilDiv(ratingsBefore * count, ratings);
    ratingsBefore += length;
    long to = ceilDiv(ratingsBefore * count, ratings);
    for (long i = from; i < to; i++) {
      row[(int) (i - from)] = reservations[(int) i];
    }
    return (int) (to - from);
  }

  private static long ceilDiv(long dividend, long divisor) {
    return (dividend + divisor - 1) / divisor;
  }
}
