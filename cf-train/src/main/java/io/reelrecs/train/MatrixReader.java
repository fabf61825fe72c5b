package io.reelrecs.train;

import io.reelrecs.train.ratings.BadDataException;
import io.reelrecs.train.ratings.RatingTable;
import io.reelrecs.train.ratings.RatingsReader;
import io.reelrecs.train.ratings.ReadListener;
import io.reelrecs.train.ratings.ReadOptions;
import java.nio.file.Path;

/** Reads a ratings file into a matrix. Stateless and thread-safe. */
public final class MatrixReader {

  private MatrixReader() {}

  /**
   * Reads a file as {@link RatingsReader} does, and makes a matrix of it, with the threads that
   * {@code options} allow. The matrix does not depend on their number.
   *
   * <p>Memory at the peak, for each rating: 16 bytes, which are the matrix, and the 12 to 20 of a
   * {@link RatingTable}, 16 where timestamps are seconds; then there is the matrix alone. Only
   * where a pair was rated twice, 4 bytes more for a while.
   *
   * @param listener hears of progress, see {@link ReadListener#NONE}
   * @throws BadDataException if the file cannot be read, is no ratings file, or has a malformed
   *     line that {@code options} do not let pass
   */
  public static LoadedRatings read(Path file, ReadOptions options, ReadListener listener)
      throws BadDataException {
    RatingTable table = RatingsReader.read(file, options, listener).ratings();
    TableRows rows = TableRows.of(table, new long[0], options.threads());
    return new LoadedRatings(
        rows.users, rows.movies, rows.matrix(options.threads()), table.size() - rows.rating.length);
  }
}
