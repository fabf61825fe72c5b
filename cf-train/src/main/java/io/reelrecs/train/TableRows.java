package io.reelrecs.train;

import io.reelrecs.core.ids.IdIndex;
import io.reelrecs.core.matrix.RatingMatrix;
import io.reelrecs.core.matrix.RowOrder;
import io.reelrecs.train.ratings.RatingTable;
import java.util.BitSet;

/**
 * A table of ratings as the rows of a matrix: grouped by user and, within a user, in the order of
 * the movies. Of several ratings of a movie by one user one stays, see {@link Duplicates}.
 *
 * <p>{@link RowMaker} groups them; then each row is brought into order. Only if that finds a movie
 * twice in a row, the duplicates are settled, and the rows are made once more without those that
 * lost.
 *
 * <p>Memory, beside the table: 8 bytes a rating, which become the matrix' own, and 4 bytes a user
 * and a movie for each thread.
 */
final class TableRows {

  /** Whose rows these are. */
  final IdIndex users;

  /** The columns. */
  final IdIndex movies;

  /** Position of each row's first rating, then the number of ratings. */
  final int[] start;

  /** Column of each rating. */
  final int[] movie;

  final float[] rating;

  TableRows(IdIndex users, IdIndex movies, int[] start, int[] movie, float[] rating) {
    this.users = users;
    this.movies = movies;
    this.start = start;
    this.movie = movie;
    this.rating = rating;
  }

  /**
   * The rows of a table.
   *
   * @param listed movies to have a column for whether rated or not
   */
  static TableRows of(RatingTable table, long[] listed, int threads) {
    RowMaker maker = new RowMaker(table, threads, listed);
    TableRows rows = maker.make(new BitSet());
    if (!rows.sort(threads)) {
      rows = maker.make(Duplicates.lost(table, rows.users, rows.movies));
      rows.sort(threads);
    }
    return rows;
  }

  /** Whether that finds no movie twice in a row. */
  private boolean sort(int threads) {
    return RowOrder.sort(movies.size(), start, movie, rating, threads);
  }

  /** The matrix of these rows; they become its own. */
  RatingMatrix matrix(int threads) {
    return RatingMatrix.ofRows(movies.size(), start, movie, rating, threads);
  }
}
