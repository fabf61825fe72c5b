package io.reelrecs.core.model;

import io.reelrecs.core.matrix.JointMatrices;
import io.reelrecs.core.matrix.ScaledMatrix;
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

  /** Refuses nulls. */
  public Learned {
    Objects.requireNonNull(users, "users");
    Objects.requireNonNull(movies, "movies");
    Objects.requireNonNull(ranking, "ranking");
  }

  /** The matrices of the regressions that were learned: R and C, K, or all three. */
  private List<ScaledMatrix> matrices() {
    List<ScaledMatrix> matrices = new ArrayList<>();
    users.ifPresent(regression -> matrices.add(regression.residuals()));
    users.ifPresent(regression -> matrices.add(regression.counts()));
    movies.ifPresent(regression -> matrices.add(regression.kernel()));
    return matrices;
  }

  /** What {@link #laidOut} laid beside each other; empty where no regression was learned. */
  public Optional<JointMatrices> joint() {
    return matrices().stream().findFirst().map(ScaledMatrix::joint);
  }

  /**
   * The same with the regressions' matrices beside each other, for an answer looks at the same
   * place of all of them.
   *
   * @param order the movies, in the order in which they are to stand in a row
   * @throws IllegalArgumentException if the regressions are not of that number of movies
   */
  Learned laidOut(int[] order) {
    List<ScaledMatrix> matrices = matrices();
    if (matrices.isEmpty()) {
      return this;
    }
    JointMatrices joint = JointMatrices.of(matrices, order);
    if (joint == matrices.get(0).joint()) {
      return this;
    }
    return new Learned(
        users.map(regression -> regression.with(joint.matrix(0), joint.matrix(1))),
        movies.map(regression -> regression.with(joint.matrix(joint.size() - 1))),
        ranking);
  }
}
