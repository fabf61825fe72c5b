package io.reelrecs.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Finds the ratings to measure on: the file that was named, else MovieLens 1M, else made up. */
final class RatingsSource {

  private static final String MOVIELENS_1M = "ml-1m/ratings.dat";

  private RatingsSource() {}

  /**
   * The ratings file.
   *
   * @param out told where the ratings come from
   * @throws NoSuchFileException if a file was named and is not there
   * @throws IOException if ratings cannot be made up
   */
  static Path find(BenchOptions options, PrintStream out) throws IOException {
    if (options.ratings().isPresent()) {
      Path named = options.ratings().get();
      if (!Files.isRegularFile(named)) {
        throw new NoSuchFileException(
            named
                + ": no such ratings file. Name another with -Dreelrecs.bench.ratings=FILE, or"
                + " leave the option out to measure on made-up ratings.");
      }
      out.println("ratings: " + named);
      return named;
    }
    if (options.data().isPresent()) {
      Path real = options.data().get().resolve(MOVIELENS_1M);
      if (Files.isRegularFile(real)) {
        out.println("ratings: " + real);
        return real;
      }
      out.println("no " + real + ": measuring on made-up ratings");
    }
    SyntheticRatings synthetic =
        options.quick() ? SyntheticRatings.SMALL : SyntheticRatings.LIKE_MOVIELENS_1M;
    Path made = synthetic.in(options.folder());
    out.println("ratings: " + made + " (made up, " + synthetic.size() + ")");
    return made;
  }
}
