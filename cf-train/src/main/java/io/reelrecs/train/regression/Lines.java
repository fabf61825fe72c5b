package io.reelrecs.train.regression;

import io.reelrecs.core.matrix.RatingMatrix;
import io.reelrecs.core.model.Baseline;

/**
 * Residuals as lines, those of a user or those of a movie: line {@code i} stands at {@code start[i]
 * .. start[i + 1] - 1}, by ascending index of the other kind.
 *
 * @param start where lines begin, then the number of entries
 * @param index of the other kind
 * @param value the residual: rating less baseline, not clamped
 */
@SuppressWarnings("ArrayRecordComponent") // read in inner loops, never changed
record Lines(int[] start, int[] index, float[] value) {

  int count() {
    return start.length - 1;
  }

  int length(int line) {
    return start[line + 1] - start[line];
  }

  int longest() {
    int longest = 0;
    for (int line = 0; line < count(); line++) {
      longest = Math.max(longest, length(line));
    }
    return longest;
  }

  static Lines ofUsers(RatingMatrix ratings, Baseline baseline) {
    int[] start = new int[ratings.users() + 1];
    int[] index = new int[ratings.size()];
    float[] value = new float[ratings.size()];
    for (int user = 0; user < ratings.users(); user++) {
      start[user + 1] = ratings.rowEnd(user);
      for (int p = ratings.rowStart(user); p < ratings.rowEnd(user); p++) {
        index[p] = ratings.movieAt(p);
        value[p] = residual(baseline, user, index[p], ratings.ratingAt(p));
      }
    }
    return new Lines(start, index, value);
  }

  static Lines ofMovies(RatingMatrix ratings, Baseline baseline) {
    int[] start = new int[ratings.movies() + 1];
    int[] index = new int[ratings.size()];
    float[] value = new float[ratings.size()];
    for (int movie = 0; movie < ratings.movies(); movie++) {
      start[movie + 1] = ratings.columnEnd(movie);
      for (int p = ratings.columnStart(movie); p < ratings.columnEnd(movie); p++) {
        index[p] = ratings.userAt(p);
        value[p] = residual(baseline, index[p], movie, ratings.columnRatingAt(p));
      }
    }
    return new Lines(start, index, value);
  }

  private static float residual(Baseline baseline, int user, int movie, float rating) {
    return (float)
        (rating - (baseline.mean() + baseline.userBias(user) + baseline.movieBias(movie)));
  }
}
