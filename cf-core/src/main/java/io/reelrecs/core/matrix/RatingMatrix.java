package io.reelrecs.core.matrix;

import java.util.Arrays;

/**
 * All ratings as a sparse matrix, users by movies, stored twice: by row (user) and by column
 * (movie). A movie without a rating is an empty column.
 *
 * <p>Entries of a row are at the positions {@code rowStart(u) .. rowEnd(u) - 1}, by ascending movie
 * index; entries of a column at {@code columnStart(m) .. columnEnd(m) - 1}, by ascending user
 * index. The two kinds of position are not interchangeable.
 *
 * <p>Immutable and thread-safe. Costs 16 bytes a rating; {@link #of} needs no more than that and 4
 * bytes a movie while it works, {@link #ofRows} half of it, since it keeps the rows it is given.
 */
public final class RatingMatrix {

  private final int[] rowStart;
  private final int[] rowMovie;
  private final float[] rowRating;
  private final int[] columnStart;
  private final int[] columnUser;
  private final float[] columnRating;
  private final RatingScale scale;

  private RatingMatrix(int[] rowStart, int[] rowMovie, float[] rowRating, Columns columns) {
    this.rowStart = rowStart;
    this.rowMovie = rowMovie;
    this.rowRating = rowRating;
    columnStart = columns.start;
    columnUser = columns.user;
    columnRating = columns.rating;
    scale = columns.scale;
  }

  /**
   * A matrix of these entries.
   *
   * @param users number of rows
   * @param movies number of columns
   * @param user row of each entry, in any order; not kept
   * @param movie column of each entry; not kept
   * @param rating rating of each entry; not kept
   * @throws IllegalArgumentException if a number is negative, the arrays differ in length, an index
   *     is out of range, a rating is not finite, or a (user, movie) pair stands twice
   */
  public static RatingMatrix of(int users, int movies, int[] user, int[] movie, float[] rating) {
    if (user.length != movie.length || user.length != rating.length) {
      throw new IllegalArgumentException(
          "user, movie and rating must be of one length, actual: "
              + user.length
              + ", "
              + movie.length
              + " and "
              + rating.length);
    }
    checkCount("users", users);
    checkCount("movies", movies);
    checkIndexes("user", user, users);
    checkIndexes("movie", movie, movies);
    int[] rowStart = starts(users, user);
    int[] rowMovie = new int[movie.length];
    float[] rowRating = new float[movie.length];
    int[] next = rowStart.clone();
    for (int i = 0; i < user.length; i++) {
      int at = next[user[i]]++;
      rowMovie[at] = movie[i];
      rowRating[at] = rating[i];
    }
    RowOrder.sort(movies, rowStart, rowMovie, rowRating, 1);
    return ofRows(movies, rowStart, rowMovie, rowRating);
  }

  /**
   * A matrix of rows that are in order already.
   *
   * @param movies number of columns
   * @param rowStart position of each row's first entry, then the number of entries; kept
   * @param rowMovie column of each entry, ascending within a row; kept
   * @param rowRating rating of each entry; kept
   * @throws IllegalArgumentException if this is not such a matrix
   */
  public static RatingMatrix ofRows(int movies, int[] rowStart, int[] rowMovie, float[] rowRating) {
    return ofRows(movies, rowStart, rowMovie, rowRating, 1);
  }

  /**
   * A matrix of rows that are in order already, made by several threads. It does not depend on
   * their number.
   *
   * <p>Memory, beside the matrix: 4 bytes a movie for each thread.
   *
   * @param movies number of columns
   * @param rowStart position of each row's first entry, then the number of entries; kept
   * @param rowMovie column of each entry, ascending within a row; kept
   * @param rowRating rating of each entry; kept
   * @param threads threads to work with, the caller's among them, at least 1
   * @throws IllegalArgumentException if this is not such a matrix, or {@code threads} is less than
   *     1
   */
  public static RatingMatrix ofRows(
      int movies, int[] rowStart, int[] rowMovie, float[] rowRating, int threads) {
    checkCount("movies", movies);
    checkStarts(rowStart, rowMovie.length);
    if (rowRating.length != rowMovie.length) {
      throw new IllegalArgumentException(
          "movie and rating must be of one length, actual: "
              + rowMovie.length
              + " and "
              + rowRating.length);
    }
    if (threads < 1) {
      throw new IllegalArgumentException("threads must be >= 1, actual: " + threads);
    }
    Columns columns = new Columns(movies, rowStart, rowMovie, rowRating, threads);
    return new RatingMatrix(rowStart, rowMovie, rowRating, columns);
  }

  private static void checkStarts(int[] starts, int size) {
    boolean good = starts.length > 0 && starts[0] == 0 && starts[starts.length - 1] == size;
    for (int i = 1; good && i < starts.length; i++) {
      good = starts[i - 1] <= starts[i];
    }
    if (!good) {
      throw new IllegalArgumentException(
          "row starts must ascend from 0 to the number of entries, " + size);
    }
  }

  private static void checkCount(String what, int count) {
    if (count < 0) {
      throw new IllegalArgumentException(what + " must be >= 0, actual: " + count);
    }
  }

  private static void checkIndexes(String what, int[] indexes, int bound) {
    for (int index : indexes) {
      if (index < 0 || index >= bound) {
        throw new IllegalArgumentException(
            what + " index must be in [0, " + bound + "), actual: " + index);
      }
    }
  }

  private static int[] starts(int buckets, int[] keys) {
    int[] start = new int[buckets + 1];
    for (int key : keys) {
      start[key + 1]++;
    }
    for (int bucket = 0; bucket < buckets; bucket++) {
      start[bucket + 1] += start[bucket];
    }
    return start;
  }

  /** The number of rows. */
  public int users() {
    return rowStart.length - 1;
  }

  /** The number of columns, those without a rating included. */
  public int movies() {
    return columnStart.length - 1;
  }

  /** The number of ratings. */
  public int size() {
    return rowMovie.length;
  }

  /** The scale of the ratings. */
  public RatingScale scale() {
    return scale;
  }

  /** Position of the first rating of a user. */
  public int rowStart(int user) {
    return rowStart[user];
  }

  /** Position after the last rating of a user. */
  public int rowEnd(int user) {
    return rowStart[user + 1];
  }

  /** The number of ratings of a user. */
  public int rowLength(int user) {
    return rowStart[user + 1] - rowStart[user];
  }

  /** The movie at a row position. */
  public int movieAt(int position) {
    return rowMovie[position];
  }

  /** The rating at a row position. */
  public float ratingAt(int position) {
    return rowRating[position];
  }

  /** The row position of a user's rating of a movie, negative if there is none; a binary search. */
  public int find(int user, int movie) {
    return Arrays.binarySearch(rowMovie, rowStart[user], rowStart[user + 1], movie);
  }

  /** Position of the first rating of a movie. */
  public int columnStart(int movie) {
    return columnStart[movie];
  }

  /** Position after the last rating of a movie. */
  public int columnEnd(int movie) {
    return columnStart[movie + 1];
  }

  /** The number of ratings of a movie. */
  public int columnLength(int movie) {
    return columnStart[movie + 1] - columnStart[movie];
  }

  /** The user at a column position. */
  public int userAt(int position) {
    return columnUser[position];
  }

  /** The rating at a column position. */
  public float columnRatingAt(int position) {
    return columnRating[position];
  }
}
