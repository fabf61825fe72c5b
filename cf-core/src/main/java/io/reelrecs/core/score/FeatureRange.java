package io.reelrecs.core.score;

/** What a {@link Blend} does with features above 1. */
public enum FeatureRange {
  /**
   * A feature that exceeds 1 anywhere in a request is divided by its maximum in that request, which
   * keeps its order; a request within {@code [0, 1]} is untouched.
   */
  RESCALE,
  /** Features are taken as they are; the blended score is clamped all the same. */
  RAW
}
