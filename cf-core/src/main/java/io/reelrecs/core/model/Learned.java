package io.reelrecs.core.model;

import io.reelrecs.core.matrix.FloatMatrix;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What an algorithm learned beyond the baseline and the neighbor graph.
 *
 * @param users what the raters of a movie say of it, if that was learned
 * @param movies what the movies that a user rated say, if that was learned
 * @param ranking by what movies are recommended
 */
public record Learned(
    Optional<UserRegression> users, Optional<MovieRegression> movies, Ranking ranking) {

  /** Nothing: ratings come from the graph and the baseline, recommendations from the ratings. */
  public static final Learned NOTHING =
      new Learned(Optional.empty(), Optional.empty(), new Ranking.ByPrediction());

  /**
   * Refuses nulls, and lays the regressions' matrices beside each other: an answer looks at the
   * same place of all of them.
   *
   * @throws IllegalArgumentException if the regressions are not of one number of movies
   */
  public Learned {
    Objects.requireNonNull(users, "users");
    Objects.requireNonNull(movies, "movies");
    Objects.requireNonNull(ranking, "ranking");
    if (users.isPresent()) {
      List<FloatMatrix> matrices = new ArrayList<>();
      matrices.add(users.get().residuals());
      matrices.add(users.get().counts());
      movies.ifPresent(regression -> matrices.add(regression.kernel()));
      List<FloatMatrix> beside = FloatMatrix.interleaved(matrices);
      users = users.map(regression -> regression.with(beside.get(0), beside.get(1)));
      movies = movies.map(regression -> regression.with(beside.get(2)));
    }
  }
}
