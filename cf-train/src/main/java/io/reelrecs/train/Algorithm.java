package io.reelrecs.train;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The algorithms that a model can be trained with. */
public enum Algorithm {
  /**
   * The similarity-weighted mean of the k nearest users' ratings, nearest by the cosine of raw
   * rating rows.
   */
  REFERENCE,
  /** The bias baseline alone: what the averages of user and movie say. */
  BASELINE;

  /** The name by which people and model files call it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The algorithm of a name.
   *
   * @throws IllegalArgumentException if there is none; names those there are
   */
  public static Algorithm of(String label) {
    for (Algorithm algorithm : values()) {
      if (algorithm.label().equals(label)) {
        return algorithm;
      }
    }
    String known = Arrays.stream(values()).map(Algorithm::label).collect(Collectors.joining(", "));
    throw new IllegalArgumentException("algorithm must be one of " + known + ", actual: " + label);
  }
}
