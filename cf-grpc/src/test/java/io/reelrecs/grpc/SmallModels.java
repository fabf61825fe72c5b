package io.reelrecs.grpc;

import io.reelrecs.core.ids.IdIndex;
import io.reelrecs.core.matrix.MissingRating;
import io.reelrecs.core.matrix.RatingMatrix;
import io.reelrecs.core.matrix.ScaledMatrix;
import io.reelrecs.core.matrix.UnitRows;
import io.reelrecs.core.model.Baseline;
import io.reelrecs.core.model.Learned;
import io.reelrecs.core.model.Model;
import io.reelrecs.core.model.ModelManifest;
import io.reelrecs.core.model.Movie;
import io.reelrecs.core.model.MovieCatalog;
import io.reelrecs.core.model.MovieRegression;
import io.reelrecs.core.model.Ranking;
import io.reelrecs.core.model.Strength;
import io.reelrecs.core.search.CosineSearch;
import io.reelrecs.core.search.NeighborGraph;
import io.reelrecs.core.search.SearchListener;
import io.reelrecs.core.search.SearchOptions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;

/**
 * Real models of 40 users (ids 10, 20, ...) and 30 movies (ids 7, 14, ..., the last of them
 * 4294967295 and rated by nobody), with random ratings from 1 to 5.
 */
final class SmallModels {

  static final int USERS = 40;
  static final int MOVIES = 30;
  static final long UNRATED = IdIndex.MAX_ID;
  static final int NEIGHBORS = 5;

  private SmallModels() {}

  /** Predicts by the nearest users, and recommends by that. */
  static Model reference(long seed) {
    Random random = new Random(seed);
    int[] user = new int[USERS * MOVIES];
    int[] movie = new int[user.length];
    float[] rating = new float[user.length];
    int size = 0;
    for (int u = 0; u < USERS; u++) {
      for (int m = 0; m < MOVIES - 1; m++) {
        if (m == u % 5 || random.nextInt(3) == 0) {
          user[size] = u;
          movie[size] = m;
          rating[size++] = 1 + random.nextInt(5);
        }
      }
    }
    RatingMatrix ratings =
        RatingMatrix.of(
            USERS,
            MOVIES,
            java.util.Arrays.copyOf(user, size),
            java.util.Arrays.copyOf(movie, size),
            java.util.Arrays.copyOf(rating, size));
    NeighborGraph graph =
        CosineSearch.over(UnitRows.of(ratings, MissingRating.ZERO))
            .nearestOfAll(new SearchOptions(NEIGHBORS, 1), SearchListener.NONE);
    double[] movieBias = random.doubles(MOVIES, -1, 1).toArray();
    movieBias[MOVIES - 1] = 0;
    return new Model(
        ModelManifest.of("reference", Map.of("k", "5", "seed", "" + seed), "sha256:00", "test 1"),
        IdIndex.of(LongStream.rangeClosed(1, USERS).map(i -> 10 * i).toArray()),
        IdIndex.of(
            LongStream.rangeClosed(1, MOVIES).map(i -> i == MOVIES ? UNRATED : 7 * i).toArray()),
        ratings,
        MissingRating.ZERO,
        Baseline.of(3.5, random.doubles(USERS, -1, 1).toArray(), movieBias, 5),
        graph,
        MovieCatalog.of(
            List.of(
                new Movie(7, "Seven", 1995, List.of()), new Movie(14, "Heat", 1995, List.of()))));
  }

  /** The same with a learned similarity of movies, and a linear model that recommends. */
  static Model learned(long seed) {
    Model model = reference(seed);
    Random random = new Random(seed);
    float[][] kernel = new float[MOVIES][MOVIES];
    for (int i = 0; i < MOVIES; i++) {
      for (int j = 0; j < i; j++) {
        kernel[i][j] = kernel[j][i] = random.nextFloat() - 0.3f;
      }
      kernel[i][i] = 1;
    }
    float[] weights = new float[model.ratings().size()];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = random.nextFloat() - 0.5f;
    }
    MovieRegression regression =
        new MovieRegression(
            2, 0.5, new Strength(0.8, 0, 0), ScaledMatrix.ofSymmetric(kernel), weights);
    return new Model(
        model.manifest(),
        model.users(),
        model.movies(),
        model.ratings(),
        model.missing(),
        model.baseline(),
        model.neighbors(),
        model.catalog(),
        new Learned(
            Optional.empty(),
            Optional.of(regression),
            new Ranking.ByLinearModel(4, 0.5, ScaledMatrix.ofRows(MOVIES, kernel))));
  }
}
