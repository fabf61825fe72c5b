package io.reelrecs.train.heap;

import io.reelrecs.core.matrix.RatingMatrix;

/**
 * What of the data decides how much memory a training on it takes.
 *
 * @param users rows
 * @param movies columns, those without a rating included
 * @param ratings entries
 * @param longestRow ratings of the user with the most
 * @param longestColumn ratings of the movie with the most
 * @param wholeSteps whether all ratings are whole steps of a scale
 */
public record DataSize(
    int users, int movies, long ratings, int longestRow, int longestColumn, boolean wholeSteps) {

  /** The size of a matrix. Costs a pass over its users and movies. */
  public static DataSize of(RatingMatrix ratings) {
    int longestRow = 0;
    for (int user = 0; user < ratings.users(); user++) {
      longestRow = Math.max(longestRow, ratings.rowLength(user));
    }
    int longestColumn = 0;
    for (int movie = 0; movie < ratings.movies(); movie++) {
      longestColumn = Math.max(longestColumn, ratings.columnLength(movie));
    }
    return new DataSize(
        ratings.users(),
        ratings.movies(),
        ratings.size(),
        longestRow,
        longestColumn,
        ratings.scale().unit() > 0);
  }

  /**
   * A size of which only the numbers are known: no user rated more than half of the movies, no
   * movie was rated by more than half of the users, and the ratings are stars.
   */
  public static DataSize of(int users, int movies, long ratings) {
    return new DataSize(users, movies, ratings, movies / 2, users / 2, true);
  }
}
