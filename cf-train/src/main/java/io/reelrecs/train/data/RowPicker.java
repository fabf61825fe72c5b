package io.reelrecs.train.data;

import io.reelrecs.train.random.SplitMix64;
import java.util.Arrays;

/**
 * Picks the movies of one user after the other: none twice, the popular ones and those that fit the
 * user's taste more often, in about constant time per movie picked.
 *
 * <p>Short rows are drawn one movie at a time, and drawn again when it is a repetition or not to
 * the user's liking. Long rows, and what is left of a row whose user likes hardly anything, give
 * every movie a random key and take the smallest (P. Efraimidis, P. Spirakis, "Weighted random
 * sampling with a reservoir", IPL 97 (2006)); both give the same distribution. Not thread-safe.
 */
final class RowPicker {

  /** A row is long when it has more than this part of all movies. */
  private static final int LONG_ROW_DIVISOR = 12;

  private final MovieTraits movies;
  private final double pickiness;
  private final AliasTable byPopularity;
  private final int[] taken;
  private final long[] keys;
  private final long indexMask;
  private int userNumber;

  RowPicker(MovieTraits movies, double pickiness) {
    this.movies = movies;
    this.pickiness = pickiness;
    int count = movies.popularity.length;
    byPopularity = new AliasTable(movies.popularity);
    taken = new int[count];
    keys = new long[count];
    indexMask = (Long.highestOneBit(count) << 1) - 1;
  }

  /**
   * Fills {@code row[reserved..length)} with movies for the next user.
   *
   * @param row its first {@code reserved} entries are movies that the user rates in any case
   */
  void pick(UserTraits user, int[] row, int reserved, int length, SplitMix64 random) {
    userNumber++;
    for (int i = 0; i < reserved; i++) {
      taken[row[i]] = userNumber;
    }
    int size = reserved;
    if (length <= taken.length / LONG_ROW_DIVISOR) {
      size = pickOneByOne(user, row, reserved, length, random);
    }
    if (size < length) {
      pickByKeys(user, row, size, length, random);
    }
  }

  /** Picks until the row is full or no more draws are worth it; returns the row's size. */
  private int pickOneByOne(
      UserTraits user, int[] row, int reserved, int length, SplitMix64 random) {
    int size = reserved;
    for (int draws = taken.length; draws > 0 && size < length; draws--) {
      int movie = byPopularity.next(random);
      if (taken[movie] != userNumber && random.nextDouble() < liking(user, movie)) {
        taken[movie] = userNumber;
        row[size++] = movie;
      }
    }
    return size;
  }

  private void pickByKeys(UserTraits user, int[] row, int size, int length, SplitMix64 random) {
    int candidates = 0;
    for (int m = 0; m < taken.length; m++) {
      if (taken[m] != userNumber) {
        // 1 - nextDouble() is never 0; keys are not negative, and so ordered as their bits are.
        double key =
            -StrictMath.log(1 - random.nextDouble()) / (movies.popularity[m] * liking(user, m));
        keys[candidates++] = (Double.doubleToLongBits(key) & ~indexMask) | m;
      }
    }
    Arrays.sort(keys, 0, candidates);
    for (int i = size; i < length; i++) {
      row[i] = (int) (keys[i - size] & indexMask);
    }
  }

  /** The chance, in (0, 1), that a user who comes across a movie watches and rates it. */
  private double liking(UserTraits user, int movie) {
    double fit = pickiness * movies.fit(user.taste, movie);
    return (0.5 + 0.5 * fit / (1 + Math.abs(fit))) * movies.closeness(user, movie);
  }
}
