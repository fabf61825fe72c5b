package io.reelrecs.core.matrix;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Brings rows into order: by ascending movie, as {@link RatingMatrix#ofRows} wants them.
 *
 * <p>Rows that are in order, as in most files since 2014, cost a look at each entry. The others are
 * not compared but laid out: each rating goes to the place of its movie in an array, the movie into
 * a bit set, and both are taken out again by ascending movie. A second bit set, of the words of the
 * first that have a bit, makes that take a time in proportion to the row, not to the catalog.
 *
 * <p>Memory: about 4 bytes a movie for each thread.
 */
public final class RowOrder {

  private final float[] ratingOf;
  private final long[] movies;
  private final long[] words;

  private RowOrder(int movies) {
    ratingOf = new float[movies];
    this.movies = new long[(movies + 63) >>> 6];
    words = new long[(this.movies.length + 63) >>> 6];
  }

  /**
   * Sorts the entries of each row by movie, in place; equal ones stay in their order.
   *
   * @param movies number of columns
   * @param rowStart position of each row's first entry, then the number of entries
   * @param rowMovie column of each entry, in {@code [0, movies)}
   * @param rowRating rating of each entry
   * @param threads threads to work with, the caller's among them, at least 1
   * @return whether there is no row with a movie that stands twice in it
   * @throws IllegalArgumentException if {@code threads} is less than 1
   */
  public static boolean sort(
      int movies, int[] rowStart, int[] rowMovie, float[] rowRating, int threads) {
    if (threads < 1) {
      throw new IllegalArgumentException("threads must be >= 1, actual: " + threads);
    }
    AtomicBoolean unique = new AtomicBoolean(true);
    Parts parts = Parts.of(rowStart, threads);
    parts.forEach(
        part -> {
          RowOrder order = new RowOrder(movies);
          for (int row = parts.from(part); row < parts.to(part); row++) {
            if (!order.sort(rowMovie, rowRating, rowStart[row], rowStart[row + 1])) {
              unique.set(false);
            }
          }
        });
    return unique.get();
  }

  /** Sorts entries {@code from .. to - 1}; says whether no movie stands twice among them. */
  private boolean sort(int[] rowMovie, float[] rowRating, int from, int to) {
    if (ascends(rowMovie, from, to)) {
      return true;
    }
    boolean unique = layOut(rowMovie, rowRating, from, to);
    if (unique) {
      takeOut(rowMovie, rowRating, from);
    } else {
      clear();
      sortWithRepeats(rowMovie, rowRating, from, to);
    }
    return unique;
  }

  private static boolean ascends(int[] rowMovie, int from, int to) {
    for (int p = from + 1; p < to; p++) {
      if (rowMovie[p - 1] >= rowMovie[p]) {
        return false;
      }
    }
    return true;
  }

  private boolean layOut(int[] rowMovie, float[] rowRating, int from, int to) {
    long repeats = 0;
    for (int p = from; p < to; p++) {
      int movie = rowMovie[p];
      int word = movie >>> 6;
      long bit = 1L << movie;
      repeats |= movies[word] & bit;
      movies[word] |= bit;
      words[word >>> 6] |= 1L << word;
      ratingOf[movie] = rowRating[p];
    }
    return repeats == 0;
  }

  private void takeOut(int[] rowMovie, float[] rowRating, int from) {
    int p = from;
    for (int w = 0; w < words.length; w++) {
      for (long nonEmpty = words[w]; nonEmpty != 0; nonEmpty &= nonEmpty - 1) {
        int word = (w << 6) + Long.numberOfTrailingZeros(nonEmpty);
        for (long bits = movies[word]; bits != 0; bits &= bits - 1) {
          int movie = (word << 6) + Long.numberOfTrailingZeros(bits);
          rowMovie[p] = movie;
          rowRating[p++] = ratingOf[movie];
        }
        movies[word] = 0;
      }
      words[w] = 0;
    }
  }

  private void clear() {
    Arrays.fill(movies, 0);
    Arrays.fill(words, 0);
  }

  private static void sortWithRepeats(int[] rowMovie, float[] rowRating, int from, int to) {
    long[] order = new long[to - from];
    for (int i = 0; i < order.length; i++) {
      order[i] = (long) rowMovie[from + i] << 32 | i;
    }
    Arrays.sort(order);
    float[] ratings = Arrays.copyOfRange(rowRating, from, to);
    for (int i = 0; i < order.length; i++) {
      rowMovie[from + i] = (int) (order[i] >>> 32);
      rowRating[from + i] = ratings[(int) order[i]];
    }
  }
}
