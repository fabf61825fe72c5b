package io.reelrecs.core.score;

import io.reelrecs.core.matrix.RatingMatrix;

/**
 * Finds a user's rating of a movie with two looks: a bit for each pair of a user and a movie, and
 * for each word of bits how many of the user's ratings come before it, so that the position in the
 * row is that number and the bits below. A bitmap with rank, as in G. Jacobson, "Space-efficient
 * static trees and graphs", FOCS 1989.
 *
 * <p>Costs 10 bytes for 64 pairs, so {@link #suits} only matrices of which one pair in 64 is rated.
 * Immutable and thread-safe.
 */
final class RatedBits {

  private final int words;
  private final int[] rowStart;
  private final long[] bits;
  private final char[] before;

  /** The bits of these ratings. Costs a pass over them. */
  RatedBits(RatingMatrix ratings) {
    words = words(ratings);
    rowStart = new int[ratings.users()];
    bits = new long[ratings.users() * words];
    before = new char[bits.length];
    for (int user = 0; user < ratings.users(); user++) {
      rowStart[user] = ratings.rowStart(user);
      int base = user * words;
      for (int p = ratings.rowStart(user); p < ratings.rowEnd(user); p++) {
        int movie = ratings.movieAt(p);
        bits[base + movie / Long.SIZE] |= 1L << movie;
      }
      for (int word = 1; word < words; word++) {
        int at = base + word;
        before[at] = (char) (before[at - 1] + Long.bitCount(bits[at - 1]));
      }
    }
  }

  private static int words(RatingMatrix ratings) {
    return (ratings.movies() + Long.SIZE - 1) / Long.SIZE;
  }

  /** Whether the ratings are dense enough for the bits to take no more memory than they do. */
  static boolean suits(RatingMatrix ratings) {
    return ratings.movies() <= Character.MAX_VALUE
        && (long) ratings.users() * words(ratings) <= ratings.size();
  }

  /** The row position of a user's rating of a movie, negative if there is none. */
  int find(int user, int movie) {
    int at = user * words + movie / Long.SIZE;
    return (bits[at] >>> movie & 1) != 0 ? position(user, at, movie) : -1;
  }

  private int position(int user, int at, int movie) {
    return rowStart[user] + before[at] + Long.bitCount(bits[at] & ((1L << movie) - 1));
  }

  /**
   * The row positions of a user's ratings among these movies.
   *
   * @param movie movies, from index 1 to {@code count}
   * @param place filled with the indexes of those that the user rated, ascending; one longer than
   *     {@code movie} is enough
   * @param position filled with the row positions of these
   * @return how many those are
   */
  int find(int user, int[] movie, int count, int[] place, int[] position) {
    int base = user * words;
    int found = 0;
    for (int i = 1; i <= count; i++) {
      place[found] = i; // without a branch, which nothing could foresee
      found += (int) (bits[base + movie[i] / Long.SIZE] >>> movie[i] & 1);
    }
    for (int j = 0; j < found; j++) {
      int m = movie[place[j]];
      position[j] = position(user, base + m / Long.SIZE, m);
    }
    return found;
  }
}
