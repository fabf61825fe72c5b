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
 * <p>Immutable and thread-safe. Costs 16 bytes a rating.
 */
public final class RatingMatrix {

  private final int[] rowStart;
  private final int[] rowMovie;
  private final float[] rowRating;
  private final int[] columnStart;
  private final int[] columnUser;
  private final float[] columnRating;
  private final RatingScale scale;

  private RatingMatrix(int movies, int[] rowStart, int[] rowMovie, float[] rowRating) {
    this.rowStart = rowStart;
    this.rowMovie = rowMovie;
    this.rowRating = rowRating;
    scale = RatingScale.of(rowRating);
    columnStart = starts(movies, rowMovie);
    columnUser = new int[rowMovie.length];
    columnRating = new float[rowMovie.length];
    int[] next = columnStart.clone();
    for (int user = 0; user < users(); user++) {
      for (int p = rowStart[user]; p < rowStart[user + 1]; p++) {
        int at = next[rowMovie[p]]++;
        columnUser[at] = user;
        columnRating[at] = rowRating[p];
      }
    }
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
    // Two stable counting sorts, by movie and then by user, leave each row sorted by movie.
    int[] byMovie = order(movies, movie, null);
    int[] byUser = order(users, user, byMovie);
    int[] rowMovie = new int[movie.length];
    float[] rowRating = new float[movie.length];
    for (int p = 0; p < byUser.length; p++) {
      rowMovie[p] = movie[byUser[p]];
      rowRating[p] = rating[byUser[p]];
    }
    return ofRows(movies, starts(users, user), rowMovie, rowRating);
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
    checkCount("movies", movies);
    checkIndexes("movie", rowMovie, movies);
    checkStarts(rowStart, rowMovie.length);
    if (rowRating.length != rowMovie.length) {
      throw new IllegalArgumentException(
          "movie and rating must be of one length, actual: "
              + rowMovie.length
              + " and "
              + rowRating.length);
    }
    for (int user = 0; user + 1 < rowStart.length; user++) {
      for (int p = rowStart[user] + 1; p < rowStart[user + 1]; p++) {
        if (rowMovie[p - 1] >= rowMovie[p]) {
          throw new IllegalArgumentException(
              "movies of a row must ascend and be unique, actual: "
                  + rowMovie[p - 1]
                  + " before "
                  + rowMovie[p]
                  + " in row "
                  + user);
        }
      }
    }
    return new RatingMatrix(movies, rowStart, rowMovie, rowRating);
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

  /** Positions sorted by key, stably; taken in the given order, or in their own. */
  private static int[] order(int buckets, int[] keys, int[] given) {
    int[] next = starts(buckets, keys);
    int[] order = new int[keys.length];
    for (int i = 0; i < keys.length; i++) {
      int entry = given == null ? i : given[i];
      order[next[keys[entry]]++] = entry;
    }
    return order;
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
