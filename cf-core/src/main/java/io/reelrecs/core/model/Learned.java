package io.reelrecs.core.model;

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

  /** Refuses nulls. */
  public Learned {
    Objects.requireNonNull(users, "users");
    Objects.requireNonNull(movies, "movies");
    Objects.requireNonNull(ranking, "ranking");
  }
}
