package io.reelrecs.cli.bench;

import io.reelrecs.cli.bench.BenchResult.Fact;
import io.reelrecs.core.matrix.RatingMatrix;
import io.reelrecs.train.MatrixReader;
import io.reelrecs.train.ratings.BadDataException;
import io.reelrecs.train.ratings.RatingsReader;
import io.reelrecs.train.ratings.ReadListener;
import io.reelrecs.train.ratings.ReadOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Reading the ratings file, from the operating system's cache: into a matrix, and without it. */
final class ReadCase implements Work {

  private static final double MEGA = 1e6;
  private static final double MILLIS = 1e3;

  private final Path ratings;
  private final int threads;
  private RatingMatrix matrix;

  ReadCase(Path ratings, int threads) {
    this.ratings = ratings;
    this.threads = threads;
  }

  /** The matrix of a file: the one place where the ratings are read for searches. */
  static RatingMatrix read(Path ratings, int threads) throws BadDataException {
    ReadOptions options = ReadOptions.defaults().withThreads(threads);
    return MatrixReader.read(ratings, options, ReadListener.NONE).matrix();
  }

  @Override
  public Object run() throws BadDataException {
    matrix = null; // what is read anew should not have to fit in beside it
    matrix = read(ratings, threads);
    return matrix;
  }

  /** The same without the matrix: the columns of the file, in the order of its lines. */
  Work columns() {
    ReadOptions options = ReadOptions.defaults().withThreads(threads);
    return () -> RatingsReader.read(ratings, options, ReadListener.NONE);
  }

  /** What the last time gave. */
  RatingMatrix matrix() {
    return matrix;
  }

  List<Fact> facts(Timing timing, Timing columns) throws IOException {
    long bytes = Files.size(ratings);
    double rate = Math.rint(bytes / MEGA / timing.median() * 10) / 10;
    return List.of(
        new Fact("bytes", bytes, ""),
        new Fact("mb_per_s", rate, String.format(Locale.ROOT, "%.0f MB/s", rate)),
        new Fact("columns_median_s", columns.median(), columns(columns.median())),
        new Fact("columns_min_s", columns.min(), ""));
  }

  private static String columns(double seconds) {
    return String.format(Locale.ROOT, "to columns alone %.1f ms", seconds * MILLIS);
  }
}
