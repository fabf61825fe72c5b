package io.reelrecs.train;

import io.reelrecs.core.matrix.RatingScale;
import java.util.Collections;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * An algorithm with the values of all its parameters. As text, "ease" or "ease:lambda=500": the
 * name, then what differs from the defaults.
 *
 * @param algorithm the algorithm
 * @param values the value of every parameter by name, as text; given ones replace the defaults
 */
public record Recipe(Algorithm algorithm, SortedMap<String, String> values) {

  /** The value of a parameter that is worked out from the data. */
  public static final String AUTO = "auto";

  /** Where ratings are stars, so many and more are good. */
  private static final double GOOD_STARS = 4;

  private static final double MOST_STARS = 5;
  private static final double UPPER_PART = 0.75;

  /**
   * Adds the defaults, and checks everything.
   *
   * @throws IllegalArgumentException if the algorithm has no such parameter, or a value is not of
   *     its kind or out of range
   */
  public Recipe {
    Objects.requireNonNull(algorithm, "algorithm");
    TreeMap<String, String> all = new TreeMap<>();
    algorithm.parameters().forEach(p -> all.put(p.name(), p.defaultValue()));
    for (var entry : values.entrySet()) {
      if (all.put(entry.getKey(), entry.getValue()) == null) {
        throw new IllegalArgumentException(
            "parameter of "
                + algorithm.label()
                + " must be "
                + (algorithm.parameters().isEmpty() ? "none" : "one of " + names(algorithm))
                + ", actual: "
                + entry.getKey());
      }
    }
    values = Collections.unmodifiableSortedMap(all);
    Learner.check(new Values(algorithm, values));
  }

  private static String names(Algorithm algorithm) {
    return algorithm.parameters().stream().map(Parameter::name).collect(Collectors.joining(", "));
  }

  /** An algorithm with its defaults. */
  public static Recipe of(Algorithm algorithm) {
    return new Recipe(algorithm, new TreeMap<>());
  }

  /**
   * The recipe of a text such as "ease:lambda=500:dropout=0".
   *
   * @throws IllegalArgumentException if there is no such algorithm or parameter, or a value is out
   *     of range
   */
  public static Recipe parse(String text) {
    String[] parts = text.split(":", -1);
    Algorithm algorithm = Algorithm.of(parts[0]);
    TreeMap<String, String> values = new TreeMap<>();
    for (int i = 1; i < parts.length; i++) {
      int equals = parts[i].indexOf('=');
      if (equals < 1) {
        throw new IllegalArgumentException(
            "an algorithm must be written like ease:lambda=500:dropout=0, actual: " + text);
      }
      String name = parts[i].substring(0, equals);
      if (values.put(name, parts[i].substring(equals + 1)) != null) {
        throw new IllegalArgumentException(name + " must be given once, actual: " + text);
      }
    }
    return new Recipe(algorithm, values);
  }

  /** This with another value of a parameter. */
  public Recipe with(String name, String value) {
    TreeMap<String, String> changed = new TreeMap<>(values);
    changed.put(name, value);
    return new Recipe(algorithm, changed);
  }

  /** The text that {@link #parse} reads back. */
  public String text() {
    StringBuilder text = new StringBuilder(algorithm.label());
    for (Parameter parameter : algorithm.parameters()) {
      String value = values.get(parameter.name());
      if (!value.equals(parameter.defaultValue())) {
        text.append(':').append(parameter.name()).append('=').append(value);
      }
    }
    return text.toString();
  }

  /** The values, read as what they are. */
  Values read() {
    return new Values(algorithm, values);
  }

  /** Reads values as numbers. */
  record Values(Algorithm algorithm, SortedMap<String, String> values) {

    String text(String name) {
      return values.get(name);
    }

    double number(String name) {
      try {
        return Double.parseDouble(values.get(name));
      } catch (NumberFormatException e) {
        throw bad(name, "a number", e);
      }
    }

    int whole(String name) {
      try {
        return Integer.parseInt(values.get(name));
      } catch (NumberFormatException e) {
        throw bad(name, "a whole number", e);
      }
    }

    /** The lowest rating that counts as liking. */
    double positiveFrom(RatingScale scale) {
      if (!values.get(Parameters.POSITIVE_FROM).equals(AUTO)) {
        return number(Parameters.POSITIVE_FROM);
      }
      return scale.hi() >= GOOD_STARS && scale.hi() <= MOST_STARS
          ? GOOD_STARS
          : scale.lo() + UPPER_PART * (scale.hi() - scale.lo());
    }

    IllegalArgumentException bad(String name, String what, Throwable cause) {
      return new IllegalArgumentException(
          name + " of " + algorithm.label() + " must be " + what + ", actual: " + values.get(name),
          cause);
    }
  }
}
