package io.reelrecs.train;

import io.reelrecs.core.matrix.RatingMatrix;
import io.reelrecs.core.model.MovieCatalog;
import io.reelrecs.train.ratings.BadDataException;
import io.reelrecs.train.ratings.RatingsReader;
import io.reelrecs.train.ratings.ReadListener;
import io.reelrecs.train.ratings.ReadOptions;
import java.nio.file.Path;

/**
 * Reads a ratings file into the matrix that a training starts from: the first steps of a {@link
 * TrainingJob} without the rest, for searches and measurements that need no model.
 *
 * <p>Stateless and thread-safe.
 */
public final class MatrixReader {

  private MatrixReader() {}

  /**
   * The matrix of a file: a row for each user who rated, a column for each movie that was rated,
   * both in the order of their ids. Repeated pairs are settled as in training. Works on the
   * caller's thread.
   *
   * @throws BadDataException if the file cannot be read, is no ratings file, or has a malformed
   *     line that {@code options} do not let pass
   */
  public static RatingMatrix read(Path file, ReadOptions options) throws BadDataException {
    return Assembly.of(
            RatingsReader.read(file, options, ReadListener.NONE).ratings(), MovieCatalog.empty())
        .matrix();
  }
}
