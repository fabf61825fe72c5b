package io.reelrecs.train;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The algorithms that a model can be trained with. */
public enum Algorithm {
  /**
   * Regression over the users who rated a movie and over the movies that a user rated, added up.
   * Predicts ratings best.
   */
  FUSION("predicts ratings best: from similar users and similar movies"),
  /** Regression over the users who rated a movie alone. */
  USER("predicts from similar users"),
  /** Regression over the movies that a user rated alone. */
  ITEM("predicts from similar movies"),
  /** A linear model of what users liked. Recommends best; predicted ratings are the baseline's. */
  EASE("recommends best: a linear model of what users liked"),
  /**
   * The similarity-weighted mean of the k nearest users' ratings, nearest by the cosine of raw
   * rating rows.
   */
  REFERENCE("what the Python service computed: the mean of the nearest users"),
  /** The bias baseline alone: what the averages of user and movie say. */
  BASELINE("the averages of user and movie alone"),
  /** Recommends what most users liked; predicted ratings are the baseline's. */
  POPULAR("recommends what most users liked");

  /** What is trained where nothing else is asked for. */
  public static final Algorithm DEFAULT = FUSION;

  private final String description;

  Algorithm(String description) {
    this.description = description;
  }

  /** The name by which people and model files call it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What it does, for people. */
  public String description() {
    return description;
  }

  /** Its parameters. */
  public List<Parameter> parameters() {
    return switch (this) {
      case FUSION -> Parameters.fusion();
      case USER -> Parameters.user();
      case ITEM -> Parameters.item();
      case EASE -> Parameters.ease();
      case REFERENCE -> Parameters.reference();
      case BASELINE -> List.of();
      case POPULAR -> Parameters.popular();
    };
  }

  /** Whether it has a parameter of that name. */
  public boolean has(String parameter) {
    return parameters().stream().anyMatch(p -> p.name().equals(parameter));
  }

  /** All names, as in "fusion, user, item". */
  public static String labels() {
    return Arrays.stream(values()).map(Algorithm::label).collect(Collectors.joining(", "));
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
    throw new IllegalArgumentException(
        "algorithm must be one of " + labels() + ", actual: " + label);
  }
}
