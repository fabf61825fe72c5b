package io.reelrecs.cli.bench;

import java.util.Locale;

/** What can be measured, in the order in which it is. */
public enum BenchCase {
  /** Reading the ratings file into a matrix. */
  READ,
  /** The nearest users of all users. */
  SEARCH,
  /** The nearest users of one user. */
  USER,
  /** Scoring one candidate, and 200 at once. */
  SCORE,
  /** Training from the ratings file to a model file. */
  TRAIN;

  /** The word for it on the command line and in results. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The case of a word.
   *
   * @throws IllegalArgumentException if it is none; names those there are
   */
  public static BenchCase of(String label) {
    for (BenchCase each : values()) {
      if (each.label().equals(label)) {
        return each;
      }
    }
    throw new IllegalArgumentException(
        "case must be read, search, user, score or train, actual: " + label);
  }
}
