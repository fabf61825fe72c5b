package io.reelrecs.train;

import io.reelrecs.core.ids.IdIndex;
import io.reelrecs.core.matrix.RatingMatrix;
import io.reelrecs.core.model.Movie;
import io.reelrecs.core.model.MovieCatalog;
import io.reelrecs.train.ratings.RatingTable;
import java.util.Arrays;

/**
 * The matrix of a table of ratings: its rows are the users who rated, its columns the movies that
 * were rated and those of the catalog. Of several ratings of a movie by one user the one with the
 * latest timestamp stays, and of those the one that stands last in the table.
 *
 * @param users the matrix' rows
 * @param movies the matrix' columns
 * @param matrix the ratings that stayed
 * @param duplicates how many did not
 * @param fingerprint digest of the ratings that stayed
 */
record Assembly(
    IdIndex users, IdIndex movies, RatingMatrix matrix, int duplicates, String fingerprint) {

  static Assembly of(RatingTable table, MovieCatalog catalog) {
    long[] listed = catalog.movies().stream().mapToLong(Movie::id).toArray();
    IdIndex users = DistinctIds.of(table.size(), table::userAt);
    IdIndex movies = DistinctIds.of(table.size(), table::movieAt, listed);
    int[] user = new int[table.size()];
    int[] movie = new int[table.size()];
    for (int i = 0; i < user.length; i++) {
      user[i] = users.indexOf(table.userAt(i));
      movie[i] = movies.indexOf(table.movieAt(i));
    }
    int[] kept = latest(table, users.size(), movies.size(), user, movie);
    int[] keptUser = new int[kept.length];
    int[] keptMovie = new int[kept.length];
    float[] rating = new float[kept.length];
    for (int i = 0; i < kept.length; i++) {
      keptUser[i] = user[kept[i]];
      keptMovie[i] = movie[kept[i]];
      rating[i] = table.ratingAt(kept[i]);
    }
    RatingMatrix matrix = RatingMatrix.of(users.size(), movies.size(), keptUser, keptMovie, rating);
    int duplicates = table.size() - kept.length;
    return new Assembly(users, movies, matrix, duplicates, Fingerprint.of(users, movies, matrix));
  }

  /** The table rows that stay, user by user, in the order of the table within a user. */
  private static int[] latest(RatingTable table, int users, int movies, int[] user, int[] movie) {
    int[] kept = byUser(users, user);
    // For each movie: where in kept it stands for the user at hand. An entry of an earlier user
    // lies before that user's start and thus says nothing.
    int[] place = new int[movies];
    Arrays.fill(place, -1);
    int size = 0;
    int start = 0;
    for (int i = 0; i < kept.length; i++) {
      int row = kept[i];
      if (i > 0 && user[row] != user[kept[i - 1]]) {
        start = size;
      }
      int earlier = place[movie[row]];
      if (earlier < start) {
        place[movie[row]] = size;
        kept[size++] = row;
      } else if (table.timestampAt(row) >= table.timestampAt(kept[earlier])) {
        kept[earlier] = row;
      }
    }
    return Arrays.copyOf(kept, size);
  }

  /** The table's rows by user, stably: a counting sort. */
  private static int[] byUser(int users, int[] user) {
    int[] next = new int[users + 1];
    for (int u : user) {
      next[u + 1]++;
    }
    Arrays.parallelPrefix(next, Integer::sum);
    int[] order = new int[user.length];
    for (int i = 0; i < user.length; i++) {
      order[next[user[i]]++] = i;
    }
    return order;
  }
}
