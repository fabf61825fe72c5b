package io.reelrecs.train;

import io.reelrecs.core.ids.IdIndex;
import io.reelrecs.core.matrix.RatingMatrix;
import io.reelrecs.core.model.Movie;
import io.reelrecs.core.model.MovieCatalog;
import io.reelrecs.train.parallel.Parallel;
import io.reelrecs.train.ratings.RatingTable;

/**
 * The matrix of a table of ratings: its rows are the users who rated, its columns the movies that
 * were rated and those of the catalog. Of several ratings of a movie by one user the one with the
 * latest timestamp stays, and of those the one that stands last in the table.
 *
 * <p>Memory at the peak: the table, at most 20 bytes a rating, and the matrix, 16.
 *
 * @param users the matrix' rows
 * @param movies the matrix' columns
 * @param matrix the ratings that stayed
 * @param duplicates how many did not
 * @param fingerprint digest of the ratings that stayed
 */
record Assembly(
    IdIndex users, IdIndex movies, RatingMatrix matrix, int duplicates, String fingerprint) {

  /** The matrix of a table, made by so many threads; it does not depend on their number. */
  static Assembly of(RatingTable table, MovieCatalog catalog, int threads) {
    long[] listed = catalog.movies().stream().mapToLong(Movie::id).toArray();
    TableRows rows = TableRows.of(table, listed, threads);
    RatingMatrix[] matrix = new RatingMatrix[1];
    String[] fingerprint = new String[1];
    // A digest has no parts. Where there are two threads, one takes it while the other goes on.
    Parallel.forEach(
        2,
        Math.min(2, threads),
        "the making of the matrix",
        job -> {
          if (job == 0) {
            fingerprint[0] = Fingerprint.of(rows);
          } else {
            matrix[0] = rows.matrix(Math.max(1, threads - 1));
          }
        });
    return new Assembly(
        rows.users, rows.movies, matrix[0], table.size() - rows.rating.length, fingerprint[0]);
  }
}
