package io.reelrecs.train;

import io.reelrecs.train.tune.Dimension;
import java.util.Objects;
import java.util.Optional;

/**
 * A parameter of an algorithm.
 *
 * @param name its name in {@code --algorithm NAME:parameter=value} and in model files
 * @param defaultValue the value where none is given, as text
 * @param description what it does, a sentence without its end
 * @param affects what changes with it
 * @param search where a tuner looks, if it should
 */
public record Parameter(
    String name,
    String defaultValue,
    String description,
    Affects affects,
    Optional<Dimension> search) {

  /** What changes with a parameter. */
  public enum Affects {
    /** Predicted ratings, and recommendations where these go by predicted ratings. */
    PREDICTIONS,
    /** Recommendations alone. */
    RECOMMENDATIONS
  }

  /** Refuses nulls. */
  public Parameter {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(defaultValue, "defaultValue");
    Objects.requireNonNull(description, "description");
    Objects.requireNonNull(affects, "affects");
    Objects.requireNonNull(search, "search");
  }

  /** A parameter that a tuner searches. */
  static Parameter searched(Affects affects, Dimension dimension, String description) {
    return new Parameter(
        dimension.name(), dimension.defaultValue(), description, affects, Optional.of(dimension));
  }

  /** A parameter that says what is to be recommended, and is not a tuner's to choose. */
  static Parameter fixed(String name, String defaultValue, String description) {
    return new Parameter(
        name, defaultValue, description, Affects.RECOMMENDATIONS, Optional.empty());
  }
}
