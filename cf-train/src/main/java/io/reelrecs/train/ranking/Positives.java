package io.reelrecs.train.ranking;

import io.reelrecs.core.matrix.RatingMatrix;
import java.util.Arrays;

/**
 * The ratings that are high enough, over the movies that have one. Users are all there, with an
 * empty row where they have no positive.
 *
 * @param ratings users by the movies of {@code movie}, in that order
 * @param movie for each column, the movie's index in the whole matrix, ascending
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Positives(RatingMatrix ratings, int[] movie) {

  /** The positives of a matrix, each with its rating. Costs two passes over the ratings. */
  static Positives of(RatingMatrix ratings, double from) {
    int[] column = new int[ratings.movies()];
    int[] movie = new int[ratings.movies()];
    int movies = 0;
    int size = 0;
    for (int m = 0; m < ratings.movies(); m++) {
      int count = count(ratings, m, from);
      size += count;
      if (count > 0) {
        column[m] = movies;
        movie[movies++] = m;
      }
    }
    int[] start = new int[ratings.users() + 1];
    int[] rowColumn = new int[size];
    float[] rowRating = new float[size];
    int at = 0;
    for (int user = 0; user < ratings.users(); user++) {
      for (int p = ratings.rowStart(user); p < ratings.rowEnd(user); p++) {
        if (ratings.ratingAt(p) >= from) {
          rowColumn[at] = column[ratings.movieAt(p)];
          rowRating[at++] = ratings.ratingAt(p);
        }
      }
      start[user + 1] = at;
    }
    return new Positives(
        RatingMatrix.ofRows(movies, start, rowColumn, rowRating), Arrays.copyOf(movie, movies));
  }

  /** The number of movies that have a positive. */
  static int countMovies(RatingMatrix ratings, double from) {
    int movies = 0;
    for (int movie = 0; movie < ratings.movies(); movie++) {
      movies += count(ratings, movie, from) > 0 ? 1 : 0;
    }
    return movies;
  }

  private static int count(RatingMatrix ratings, int movie, double from) {
    int count = 0;
    for (int p = ratings.columnStart(movie); p < ratings.columnEnd(movie); p++) {
      count += ratings.columnRatingAt(p) >= from ? 1 : 0;
    }
    return count;
  }

  /** The same positives, all of them 1. */
  RatingMatrix ones() {
    int[] start = new int[ratings.users() + 1];
    int[] rowColumn = new int[ratings.size()];
    float[] ones = new float[ratings.size()];
    Arrays.fill(ones, 1);
    for (int user = 0; user < ratings.users(); user++) {
      start[user + 1] = ratings.rowEnd(user);
    }
    for (int p = 0; p < rowColumn.length; p++) {
      rowColumn[p] = ratings.movieAt(p);
    }
    return RatingMatrix.ofRows(ratings.movies(), start, rowColumn, ones);
  }
}
