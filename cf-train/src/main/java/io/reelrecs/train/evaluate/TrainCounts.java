package io.reelrecs.train.evaluate;

import io.reelrecs.core.ids.IdIndex;
import io.reelrecs.train.ratings.RatingTable;
import java.util.Arrays;

/** How many training ratings users and movies have. Immutable. */
final class TrainCounts {

  private final IdIndex users;
  private final IdIndex movies;
  private final int[] ofUser;
  private final int[] ofMovie;

  /** For each movie the popularity percentile, see {@link Measure#POPULARITY}. */
  private final double[] percentile;

  private TrainCounts(IdIndex users, IdIndex movies, int[] ofUser, int[] ofMovie) {
    this.users = users;
    this.movies = movies;
    this.ofUser = ofUser;
    this.ofMovie = ofMovie;
    this.percentile = percentiles(ofMovie);
  }

  static TrainCounts of(RatingTable train) {
    long[] user = new long[train.size()];
    long[] movie = new long[train.size()];
    for (int i = 0; i < user.length; i++) {
      user[i] = train.userAt(i);
      movie[i] = train.movieAt(i);
    }
    IdIndex users = IdIndex.of(user);
    IdIndex movies = IdIndex.of(movie);
    return new TrainCounts(users, movies, counts(users, user), counts(movies, movie));
  }

  private static int[] counts(IdIndex index, long[] column) {
    int[] counts = new int[index.size()];
    for (long id : column) {
      counts[index.indexOf(id)]++;
    }
    return counts;
  }

  private static double[] percentiles(int[] counts) {
    int[] sorted = counts.clone();
    Arrays.sort(sorted);
    double[] ofCount = new double[sorted.length == 0 ? 0 : sorted[sorted.length - 1] + 1];
    for (int from = 0, to = 0; from < sorted.length; from = to) {
      while (to < sorted.length && sorted[to] == sorted[from]) {
        to++;
      }
      ofCount[sorted[from]] = (from + (to - from) / 2.0) / sorted.length;
    }
    double[] percentiles = new double[counts.length];
    Arrays.setAll(percentiles, movie -> ofCount[counts[movie]]);
    return percentiles;
  }

  /** The users who have training ratings. */
  int users() {
    return users.size();
  }

  /** The movies that have training ratings. */
  IdIndex movies() {
    return movies;
  }

  /** How many training ratings a user has, by external id. */
  int ofUser(long user) {
    int index = users.indexOf(user);
    return index < 0 ? 0 : ofUser[index];
  }

  /** How many training ratings a movie has, by external id. */
  int ofMovie(long movie) {
    int index = movies.indexOf(movie);
    return index < 0 ? 0 : ofMovie[index];
  }

  /** A movie's popularity percentile, by external id; 0 without training ratings. */
  double percentile(long movie) {
    int index = movies.indexOf(movie);
    return index < 0 ? 0 : percentile[index];
  }
}
