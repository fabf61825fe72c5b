package io.reelrecs.core.score;

import io.reelrecs.core.matrix.RatingMatrix;

/**
 * The ratings that count as positives, by user and by movie. Immutable and thread-safe; 8 bytes a
 * positive.
 */
final class Positives {

  private final double from;
  private final int[] rowStart;
  private final int[] movie;
  private final int[] columnStart;
  private final int[] user;

  Positives(RatingMatrix ratings, double from) {
    this.from = from;
    rowStart = new int[ratings.users() + 1];
    columnStart = new int[ratings.movies() + 1];
    int size = 0;
    for (int p = 0; p < ratings.size(); p++) {
      size += ratings.ratingAt(p) >= from ? 1 : 0;
    }
    movie = new int[size];
    user = new int[size];
    int at = 0;
    for (int u = 0; u < ratings.users(); u++) {
      for (int p = ratings.rowStart(u); p < ratings.rowEnd(u); p++) {
        if (ratings.ratingAt(p) >= from) {
          movie[at++] = ratings.movieAt(p);
        }
      }
      rowStart[u + 1] = at;
    }
    at = 0;
    for (int m = 0; m < ratings.movies(); m++) {
      for (int p = ratings.columnStart(m); p < ratings.columnEnd(m); p++) {
        if (ratings.columnRatingAt(p) >= from) {
          user[at++] = ratings.userAt(p);
        }
      }
      columnStart[m + 1] = at;
    }
  }

  /** Whether a rating is one. */
  boolean is(double rating) {
    return rating >= from;
  }

  int users() {
    return rowStart.length - 1;
  }

  int movies() {
    return columnStart.length - 1;
  }

  int size() {
    return movie.length;
  }

  /** How many a user has. */
  int ofUser(int u) {
    return rowStart[u + 1] - rowStart[u];
  }

  /** How many a movie has. */
  int ofMovie(int m) {
    return columnStart[m + 1] - columnStart[m];
  }

  /** Adds 1 for every user who has the movie. */
  void countUsers(int m, int[] counts) {
    for (int p = columnStart[m]; p < columnStart[m + 1]; p++) {
      counts[user[p]]++;
    }
  }

  /** Adds to every movie that the user has. */
  void addToMovies(int u, double amount, double[] sums) {
    for (int p = rowStart[u]; p < rowStart[u + 1]; p++) {
      sums[movie[p]] += amount;
    }
  }
}
