package io.reelrecs.grpc;

import io.reelrecs.core.model.Model;
import io.reelrecs.core.model.SimilarMovies;
import io.reelrecs.core.model.SimilarUsers;
import io.reelrecs.core.score.Explanation;
import io.reelrecs.core.score.Recommendations;
import io.reelrecs.core.score.Score;
import io.reelrecs.core.score.Scorer;
import io.reelrecs.core.score.Scores;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What all services ask a model, for one request: made when the request begins, of the model that
 * is then the current one. A scorer's answers are looked at before they are passed on; what a
 * scorer cannot do is a {@link ModelCannotException}.
 *
 * <p>Thread-safe.
 */
final class ModelQueries {

  private final ServedModel served;
  private final Scorer scorer;

  ModelQueries(ServedModel served) {
    this.served = served;
    this.scorer = served.scorer();
  }

  /** The version that all answers belong to. */
  String version() {
    return served.version();
  }

  /** The model itself, where there is one. */
  Optional<Model> model() {
    return served.model();
  }

  /**
   * Scores a batch.
   *
   * @throws IllegalStateException if the scorer's answer has the wrong size, or a value outside
   *     {@code [0, 1]}
   */
  Scores score(Asker asker, long[] movieIds) {
    Scores scores =
        asker.rated().isPresent()
            ? able(() -> scorer.score(asker.rated().get(), movieIds))
            : scorer.score(asker.id(), movieIds);
    check(scores, movieIds.length);
    return scores;
  }

  private static void check(Scores scores, int size) {
    if (scores == null) {
      throw new IllegalStateException("the scorer answered null");
    }
    if (scores.size() != size) {
      throw new IllegalStateException(
          "the scorer answered " + scores.size() + " of " + size + " candidates");
    }
    for (int i = 0; i < size; i++) {
      double value = scores.value(i);
      if (!(value >= 0 && value <= 1)) {
        throw new IllegalStateException("the scorer answered " + value + " for candidate " + i);
      }
    }
  }

  /**
   * Scores one movie for a user by id.
   *
   * @throws IllegalStateException if the scorer answers null
   */
  Score score(long userId, long movieId) {
    Score score = scorer.score(userId, movieId);
    if (score == null) {
      throw new IllegalStateException("the scorer answered null for movie " + movieId);
    }
    return score;
  }

  Recommendations recommend(Asker asker, int n) {
    return able(
        () ->
            asker.rated().isPresent()
                ? scorer.recommend(asker.rated().get(), n)
                : scorer.recommend(asker.id(), n));
  }

  Explanation explain(Asker asker, long movieId) {
    return able(
        () ->
            asker.rated().isPresent()
                ? scorer.explain(asker.rated().get(), movieId)
                : scorer.explain(asker.id(), movieId));
  }

  SimilarUsers similarUsers() {
    return served.similarUsers().orElseThrow(() -> cannot("it has no similar users"));
  }

  SimilarMovies similarMovies() {
    return served.similarMovies().orElseThrow(() -> cannot("it has no similar movies"));
  }

  /** The model's own title of a movie, empty where it is not known. */
  String title(long movieId) {
    return served.model().map(model -> model.title(movieId)).orElse("");
  }

  private <T> T able(Supplier<T> question) {
    try {
      return question.get();
    } catch (UnsupportedOperationException e) {
      throw cannot(e.getMessage());
    }
  }

  ModelCannotException cannot(String reason) {
    return new ModelCannotException(
        version(), "the model " + version() + " cannot answer this: " + reason);
  }
}
