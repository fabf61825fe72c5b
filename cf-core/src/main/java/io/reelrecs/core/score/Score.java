package io.reelrecs.core.score;

import java.util.Objects;

/**
 * One answer: how much a user is expected to like a movie, and where that comes from.
 *
 * @param value the predicted rating brought to {@code [0, 1]}: {@code (predicted - lo) / (hi - lo)}
 *     on the scale {@code [lo, hi]} of the training data; 0.5 where that scale is a single point
 * @param predicted the predicted rating, in the units of the training data, within its scale
 * @param source what the prediction rests on
 * @param support the number of neighbors whose ratings were used; 0 unless {@code source} is {@link
 *     ScoreSource#NEIGHBORS}
 */
public record Score(double value, double predicted, ScoreSource source, int support) {

  /**
   * Checks that nothing here is NaN or out of range.
   *
   * @throws IllegalArgumentException if {@code value} is not in {@code [0, 1]}, {@code predicted}
   *     is not finite, or {@code support} is negative
   */
  public Score {
    if (!(value >= 0 && value <= 1)) {
      throw new IllegalArgumentException("value must be in [0, 1], actual: " + value);
    }
    if (!Double.isFinite(predicted)) {
      throw new IllegalArgumentException("predicted must be finite, actual: " + predicted);
    }
    Objects.requireNonNull(source, "source");
    if (support < 0) {
      throw new IllegalArgumentException("support must be >= 0, actual: " + support);
    }
  }
}
