package io.reelrecs.core.score;

import java.util.Objects;

/**
 * One movie recommended to a user.
 *
 * @param movieId the movie's external id
 * @param score its score for the user: the predicted rating
 * @param relevance by what the list is ordered, higher first; compares within the list only
 */
public record Recommendation(long movieId, Score score, double relevance) {

  /**
   * Refuses what cannot be ordered.
   *
   * @throws IllegalArgumentException if {@code relevance} is NaN or infinite
   */
  public Recommendation {
    Objects.requireNonNull(score, "score");
    if (!Double.isFinite(relevance)) {
      throw new IllegalArgumentException("relevance must be finite, actual: " + relevance);
    }
  }
}
