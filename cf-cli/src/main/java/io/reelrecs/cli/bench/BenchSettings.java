package io.reelrecs.cli.bench;

import io.reelrecs.train.Recipe;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * What to measure on, and for how long.
 *
 * @param ratings the ratings file; read many times
 * @param k neighbors to search for, at least 1
 * @param threads threads for what can use several, at least 1
 * @param seconds how long each case is repeated, above 0
 * @param recipes what is trained and scored with, at least one
 */
public record BenchSettings(
    Path ratings, int k, int threads, double seconds, List<Recipe> recipes) {

  /** Neighbors where nothing else is said. */
  public static final int DEFAULT_K = 20;

  /**
   * Checks all of them.
   *
   * @throws IllegalArgumentException naming the one that is out of range
   */
  public BenchSettings {
    Objects.requireNonNull(ratings, "ratings");
    recipes = List.copyOf(recipes);
    if (k < 1) {
      throw new IllegalArgumentException("k must be >= 1, actual: " + k);
    }
    if (threads < 1) {
      throw new IllegalArgumentException("threads must be >= 1, actual: " + threads);
    }
    if (!(seconds > 0 && seconds <= Integer.MAX_VALUE)) {
      throw new IllegalArgumentException("seconds must be > 0, actual: " + seconds);
    }
    if (recipes.isEmpty()) {
      throw new IllegalArgumentException("algorithm must be at least one, actual: none");
    }
  }
}
