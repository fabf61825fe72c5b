package io.reelrecs.train.blend;

import io.reelrecs.core.model.Model;
import io.reelrecs.core.model.Movie;
import io.reelrecs.core.model.MovieCatalog;
import io.reelrecs.train.Algorithm;
import io.reelrecs.train.Recipe;
import io.reelrecs.train.Trainer;
import io.reelrecs.train.TrainingListener;
import io.reelrecs.train.TrainingParameters;
import io.reelrecs.train.random.SplitMix64;
import io.reelrecs.train.ratings.RatingTable;
import java.util.ArrayList;
import java.util.List;

/** Ratings and movies small enough to work features out by hand, and larger made-up ones. */
final class ToyMovies {

  static final Recipe BASELINE = Recipe.of(Algorithm.BASELINE);

  private static final int USERS = 80;
  private static final int MOVIES = 60;

  private ToyMovies() {}

  /** Six movies; 50 has neither genre nor year, 60 no rating. */
  static MovieCatalog catalog() {
    return MovieCatalog.of(
        List.of(
            new Movie(10, "ten", 1990, List.of("A", "B")),
            new Movie(20, "twenty", 2000, List.of("A")),
            new Movie(30, "thirty", 2010, List.of("B", "C")),
            new Movie(40, "forty", 1980, List.of("C")),
            new Movie(50, "fifty", 0, List.of()),
            new Movie(60, "sixty", 1995, List.of("A"))));
  }

  /** Four users; 4 shares no movie with 1. */
  static RatingTable ratings() {
    return RatingTable.builder()
        .add(1, 10, 5, 0)
        .add(1, 20, 4, 0)
        .add(1, 40, 1, 0)
        .add(2, 10, 5, 0)
        .add(2, 30, 5, 0)
        .add(2, 50, 4, 0)
        .add(3, 20, 5, 0)
        .add(3, 30, 4, 0)
        .add(3, 50, 2, 0)
        .add(4, 50, 5, 0)
        .build();
  }

  static Model model() {
    return new Trainer(new TrainingParameters(BASELINE, 1))
        .train(ratings(), catalog(), TrainingListener.NONE)
        .model();
  }

  /** A plan over ratings of users who like movies of their own parity best. */
  static BlendPlan plan(long seed) {
    return plan(tastes(seed));
  }

  /** The same plan over these ratings of the same movies. */
  static BlendPlan plan(RatingTable ratings) {
    List<Movie> movies = new ArrayList<>();
    for (int movie = 0; movie < MOVIES; movie++) {
      movies.add(new Movie(movie, "", 1950 + movie, List.of("genre " + movie % 2)));
    }
    return BlendPlan.of(ratings, MovieCatalog.of(movies))
        .withRecipe(BASELINE)
        .withPipeline(PipelineParameters.DEFAULT.withCandidates(30).withSimilarUsers(15))
        .withThreads(2);
  }

  private static RatingTable tastes(long seed) {
    SplitMix64 random = new SplitMix64(seed);
    RatingTable.Builder ratings = RatingTable.builder();
    for (int user = 0; user < USERS; user++) {
      for (int movie = 0; movie < MOVIES; movie++) {
        if (random.nextInt(5) < 2) {
          int stars = user % 2 == movie % 2 ? 3 + random.nextInt(3) : 1 + random.nextInt(4);
          ratings.add(user, movie, stars, 0);
        }
      }
    }
    return ratings.build();
  }
}
