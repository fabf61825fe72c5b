package io.reelrecs.core.score;

import java.util.Objects;

/**
 * One movie recommended to a user.
 *
 * @param movieId the movie's external id
 * @param score its score for the user
 */
public record Recommendation(long movieId, Score score) {

  /** Refuses a missing score. */
  public Recommendation {
    Objects.requireNonNull(score, "score");
  }
}
