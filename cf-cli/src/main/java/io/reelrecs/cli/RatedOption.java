package io.reelrecs.cli;

import io.reelrecs.core.model.Model;
import io.reelrecs.core.score.RatedMovies;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** A user who is given by ratings instead of an id. */
final class RatedOption {

  @Option(
      names = "--rated",
      paramLabel = "RATINGS",
      description =
          "Instead of a user's id: what a user rated, movie:rating, as in 318:5,527:4. Needs no"
              + " training.")
  private String rated;

  boolean given() {
    return rated != null;
  }

  /**
   * The user of these ratings.
   *
   * @throws CommandException if the text is not a list of ratings
   */
  Asker read() {
    Map<Long, Double> ratings = new TreeMap<>();
    for (String one : rated.split(",", -1)) {
      int colon = one.indexOf(':');
      if (colon < 0) {
        throw bad("must be movie:rating, as in 318:5,527:4", one);
      }
      long movie;
      double rating;
      try {
        movie = IdConverter.parse(one.substring(0, colon));
        rating = Double.parseDouble(one.substring(colon + 1));
      } catch (TypeConversionException e) {
        throw bad(e.getMessage(), one);
      } catch (NumberFormatException e) {
        throw bad("must have a number as rating", one);
      }
      if (ratings.put(movie, rating) != null) {
        throw bad("must rate each movie once", one);
      }
    }
    return new Asker(0, Optional.of(CommandException.fromOptions(() -> RatedMovies.of(ratings))));
  }

  private static CommandException bad(String problem, String actual) {
    return new CommandException(ExitCode.USAGE, "--rated " + problem + ", actual: " + actual);
  }

  /** Checks the movies rated where unknown ids are an error, or says how many say nothing. */
  static void check(Asker asker, Model model, StrictOption strict, CliContext context) {
    RatedMovies rated = asker.rated().orElseThrow();
    int unknown = 0;
    for (int i = 0; i < rated.size(); i++) {
      strict.check("movie", model.movies(), rated.movieAt(i));
      unknown += model.movies().contains(rated.movieAt(i)) ? 0 : 1;
    }
    if (unknown > 0) {
      context
          .err()
          .println(
              Text.plural(unknown, "movie")
                  + " of --rated "
                  + (unknown == 1 ? "is" : "are")
                  + " not in the model and "
                  + (unknown == 1 ? "says" : "say")
                  + " nothing");
    }
  }
}
