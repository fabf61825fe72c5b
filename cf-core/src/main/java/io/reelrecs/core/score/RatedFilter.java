package io.reelrecs.core.score;

import io.reelrecs.core.matrix.RatingMatrix;

/**
 * Says of most movies that a user did not rate, with one look, that they did not: a Bloom filter
 * with one hash function for each user, 16 bits a rating, so that at most one unrated movie in 16
 * or so is taken for a rated one. Without it each such question is a binary search in the user's
 * row, half a dozen steps that each wait for memory.
 *
 * <p>B. H. Bloom, "Space/time trade-offs in hash coding with allowable errors", CACM 13 (1970).
 * Costs 2 bytes a rating and 4 a user. Immutable and thread-safe.
 */
final class RatedFilter {

  /** Ratings for which a user has a word of bits. */
  private static final int RATINGS_PER_WORD = 4;

  /** An odd number whose multiples are spread well: 2^32 over the golden ratio. */
  private static final int SPREAD = 0x9E3779B9;

  /** The first word of each user, then the number of all words. */
  private final int[] start;

  private final long[] words;

  /** A filter of these ratings. Costs a pass over them. */
  RatedFilter(RatingMatrix ratings) {
    start = new int[ratings.users() + 1];
    for (int user = 0; user < ratings.users(); user++) {
      int length = ratings.rowLength(user);
      start[user + 1] = start[user] + (length + RATINGS_PER_WORD - 1) / RATINGS_PER_WORD;
    }
    words = new long[start[ratings.users()]];
    for (int user = 0; user < ratings.users(); user++) {
      for (int p = ratings.rowStart(user); p < ratings.rowEnd(user); p++) {
        long bit = bit(user, ratings.movieAt(p));
        words[start[user] + (int) (bit / Long.SIZE)] |= 1L << bit;
      }
    }
  }

  /** False only if the user did not rate the movie. */
  boolean mayHave(int user, int movie) {
    if (start[user] == start[user + 1]) {
      return false;
    }
    long bit = bit(user, movie);
    return ((words[start[user] + (int) (bit / Long.SIZE)] >>> bit) & 1) != 0;
  }

  /** A movie's bit among those of a user: its hash as a fraction of them. */
  private long bit(int user, int movie) {
    long bits = (long) (start[user + 1] - start[user]) * Long.SIZE;
    return (Integer.toUnsignedLong(movie * SPREAD) * bits) >>> Integer.SIZE;
  }
}
