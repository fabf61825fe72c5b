package io.reelrecs.train.ratings;

import java.util.Objects;

/**
 * A run of a table's rows, as columns. Its timestamps take nothing as long as all are 0, and 4
 * bytes each as long as all fit, as seconds do until 2038. Not thread-safe.
 */
final class RatingBlock {

  final int[] users;
  final int[] movies;
  final float[] ratings;

  /** The timestamps, if one is not 0 and all fit. */
  private int[] seconds;

  /** The timestamps, if one does not fit into {@link #seconds}. */
  private long[] timestamps;

  /** A block of so many rows. */
  RatingBlock(int rows) {
    users = new int[rows];
    movies = new int[rows];
    ratings = new float[rows];
  }

  /** The number of rows that there is room for. */
  int capacity() {
    return users.length;
  }

  void set(int at, int user, int movie, float rating, long timestamp) {
    users[at] = user;
    movies[at] = movie;
    ratings[at] = rating;
    setTimestamp(at, timestamp);
  }

  private void setTimestamp(int at, long timestamp) {
    if (seconds != null && timestamp == (int) timestamp) {
      seconds[at] = (int) timestamp;
    } else if (timestamp != 0 || timestamps != null) {
      setFirstOrLong(at, timestamp);
    }
  }

  private void setFirstOrLong(int at, long timestamp) {
    if (timestamps == null && timestamp == (int) timestamp) {
      seconds = new int[capacity()];
      seconds[at] = (int) timestamp;
      return;
    }
    if (timestamps == null) {
      timestamps = new long[capacity()];
      for (int i = 0; seconds != null && i < capacity(); i++) {
        timestamps[i] = seconds[i];
      }
      seconds = null;
    }
    timestamps[at] = timestamp;
  }

  long timestampAt(int at) {
    Objects.checkIndex(at, capacity());
    if (seconds != null) {
      return seconds[at];
    }
    return timestamps == null ? 0 : timestamps[at];
  }

  /** Copies rows of another block to {@code at} and after. */
  void set(int at, RatingBlock other, int from, int count) {
    System.arraycopy(other.users, from, users, at, count);
    System.arraycopy(other.movies, from, movies, at, count);
    System.arraycopy(other.ratings, from, ratings, at, count);
    if (other.seconds != null && timestamps == null) {
      if (seconds == null) {
        seconds = new int[capacity()];
      }
      System.arraycopy(other.seconds, from, seconds, at, count);
      return;
    }
    for (int i = 0; i < count; i++) {
      setTimestamp(at + i, other.timestampAt(from + i));
    }
  }

  /** A block of {@code capacity} rows that begins with the first {@code rows} of this one. */
  RatingBlock copy(int rows, int capacity) {
    RatingBlock copy = new RatingBlock(capacity);
    copy.set(0, this, 0, rows);
    return copy;
  }
}
