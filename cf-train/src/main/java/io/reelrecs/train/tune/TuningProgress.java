package io.reelrecs.train.tune;

import java.util.Objects;
import java.util.Optional;

/**
 * How far a search is.
 *
 * @param rung the rung that is measured, from 1
 * @param rungs how many rungs there are
 * @param done how many trials are done, those taken from a log included
 * @param trials how many there are at most
 * @param resumed how many were taken from a log so far
 * @param share the part of the work that is done, in {@code [0, 1]}: trials count by their users
 * @param best the best trial of this rung so far; before there is one, that of the rung before
 */
public record TuningProgress(
    int rung, int rungs, int done, int trials, int resumed, double share, Optional<Trial> best) {

  /** Checks that there is something where it may be missing. */
  public TuningProgress {
    Objects.requireNonNull(best, "best");
  }
}
