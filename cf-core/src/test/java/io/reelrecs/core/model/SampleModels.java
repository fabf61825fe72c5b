package io.reelrecs.core.model;

import io.reelrecs.core.ids.IdIndex;
import io.reelrecs.core.matrix.MissingRating;
import io.reelrecs.core.matrix.RatingMatrix;
import io.reelrecs.core.matrix.SampleRatings;
import io.reelrecs.core.matrix.UnitRows;
import io.reelrecs.core.search.CosineSearch;
import io.reelrecs.core.search.NeighborGraph;
import io.reelrecs.core.search.SearchListener;
import io.reelrecs.core.search.SearchOptions;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Seeded models for tests. User i has the id 10 i + 3, movie i the id 7 i + 1. */
public final class SampleModels {

  private SampleModels() {}

  /** A model of random ratings; the biases are arbitrary. */
  public static Model random(int users, int movies, double density, float[] values, long seed) {
    return of(SampleRatings.random(users, movies, density, values, seed), 5, MissingRating.ZERO);
  }

  /** A model of these ratings with k neighbors. */
  public static Model of(RatingMatrix ratings, int k, MissingRating missing) {
    NeighborGraph graph =
        CosineSearch.over(UnitRows.of(ratings, missing))
            .nearestOfAll(new SearchOptions(k, 1), SearchListener.NONE);
    return of(ratings, graph, missing);
  }

  /** A model of these ratings and this graph. */
  public static Model of(RatingMatrix ratings, NeighborGraph graph, MissingRating missing) {
    Random random = new Random(ratings.size());
    double[] userBias = random.doubles(ratings.users(), -1, 1).toArray();
    double[] movieBias = random.doubles(ratings.movies(), -1, 1).toArray();
    for (int movie = 0; movie < ratings.movies(); movie++) {
      if (ratings.columnLength(movie) == 0) {
        movieBias[movie] = 0;
      }
    }
    double mean = (ratings.scale().lo() + ratings.scale().hi()) / 2;
    return new Model(
        ModelManifest.of(
            "reference", Map.of("k", "5", "missing", missing.name()), "sha256:00", "test 1"),
        ids(ratings.users(), 10, 3),
        ids(ratings.movies(), 7, 1),
        ratings,
        missing,
        Baseline.of(mean, userBias, movieBias, 5),
        graph,
        MovieCatalog.empty());
  }

  /** The same model with another catalog. */
  public static Model with(Model model, MovieCatalog catalog) {
    return new Model(
        model.manifest(),
        model.users(),
        model.movies(),
        model.ratings(),
        model.missing(),
        model.baseline(),
        model.neighbors(),
        catalog,
        model.learned());
  }

  /** The same model with another baseline. */
  public static Model with(Model model, Baseline baseline) {
    return new Model(
        model.manifest(),
        model.users(),
        model.movies(),
        model.ratings(),
        model.missing(),
        baseline,
        model.neighbors(),
        model.catalog(),
        model.learned());
  }

  /** The same model with other learned parts. */
  public static Model with(Model model, Learned learned) {
    return new Model(
        model.manifest(),
        model.users(),
        model.movies(),
        model.ratings(),
        model.missing(),
        model.baseline(),
        model.neighbors(),
        model.catalog(),
        learned);
  }

  /** Titles in many scripts, one without year or genres, one of a movie that nobody rated. */
  public static MovieCatalog catalog() {
    return MovieCatalog.of(
        List.of(
            new Movie(8, "Léon", 1994, List.of("Crime", "Thriller")),
            new Movie(1, "七人の侍 🎬", 1954, List.of("Action")),
            new Movie(4_294_967_295L, "", 0, List.of()),
            new Movie(15, "Čas, \"quoted\"\n", Movie.MAX_YEAR, List.of("", "(no genres listed)"))));
  }

  private static IdIndex ids(int size, long step, long first) {
    long[] ids = new long[size];
    for (int i = 0; i < size; i++) {
      ids[i] = step * i + first;
    }
    return IdIndex.of(ids);
  }
}
