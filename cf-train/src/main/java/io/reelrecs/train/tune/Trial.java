package io.reelrecs.train.tune;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A candidate, measured on a rung: either a value or a failure.
 *
 * @param rung the rung, from 1
 * @param candidate the number of the candidate; 0 is the defaults
 * @param point its parameters
 * @param value what it reached, unless it failed; finite
 * @param failure why it failed, if it did
 * @param seconds how long it took to train and to ask; the only thing that differs from one run to
 *     another
 */
public record Trial(
    int rung,
    int candidate,
    Point point,
    OptionalDouble value,
    Optional<String> failure,
    double seconds) {

  /** Checks that there is either a value or a failure. */
  public Trial {
    Objects.requireNonNull(point, "point");
    if (value.isPresent() == failure.isPresent()) {
      throw new IllegalArgumentException(
          "a trial must have a value or a failure, actual: " + value + " and " + failure);
    }
  }

  /** Whether it failed. */
  public boolean failed() {
    return failure.isPresent();
  }
}
