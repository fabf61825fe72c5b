package io.reelrecs.train;

import java.util.Objects;

/**
 * How to train.
 *
 * @param recipe the algorithm and its parameters
 * @param threads threads to train with, at least 1; the model does not depend on it
 */
public record TrainingParameters(Recipe recipe, int threads) {

  /** The default algorithm with its defaults, a thread per core. */
  public static final TrainingParameters DEFAULT = of(Algorithm.DEFAULT);

  /**
   * Checks both.
   *
   * @throws IllegalArgumentException if {@code threads} is out of range
   */
  public TrainingParameters {
    Objects.requireNonNull(recipe, "recipe");
    if (threads < 1) {
      throw new IllegalArgumentException("threads must be >= 1, actual: " + threads);
    }
  }

  /** An algorithm with its defaults, a thread per core. */
  public static TrainingParameters of(Algorithm algorithm) {
    return of(Recipe.of(algorithm));
  }

  /** A recipe, a thread per core. */
  public static TrainingParameters of(Recipe recipe) {
    return new TrainingParameters(recipe, Runtime.getRuntime().availableProcessors());
  }

  /** These with another value of a parameter of the algorithm. */
  public TrainingParameters with(String name, String value) {
    return new TrainingParameters(recipe.with(name, value), threads);
  }

  /** These with another number of threads. */
  public TrainingParameters withThreads(int other) {
    return new TrainingParameters(recipe, other);
  }
}
