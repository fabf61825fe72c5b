package io.reelrecs.train;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The algorithms that a model can be trained with. */
public enum Algorithm {
  /**
   * Regression over the users who rated a movie and over the movies that a user rated, added up.
   * Predicts ratings best.
   */
  FUSION("predicts ratings best: from similar users and similar movies", Parameters::fusion),
  /** Regression over the users who rated a movie alone. */
  USER("predicts from similar users", Parameters::user),
  /** Regression over the movies that a user rated alone. */
  ITEM("predicts from similar movies", Parameters::item),
  /** A linear model of what users liked. Recommends best; predicted ratings are the baseline's. */
  EASE("recommends best: a linear model of what users liked", Parameters::ease),
  /**
   * The similarity-weighted mean of the k nearest users' ratings, nearest by the cosine of raw
   * rating rows.
   */
  REFERENCE(
      "what the Python service computed: the mean of the nearest users", Parameters::reference),
  /** The bias baseline alone: what the averages of user and movie say. */
  BASELINE("the averages of user and movie alone", List::of),
  /** Recommends what most users liked; predicted ratings are the baseline's. */
  POPULAR("recommends what most users liked", Parameters::popular);

  /** What is trained where nothing else is asked for. */
  public static final Algorithm DEFAULT = FUSION;

  private final String description;
  private final Supplier<List<Parameter>> parameters;

  Algorithm(String description, Supplier<List<Parameter>> parameters) {
    this.description = description;
    this.parameters = parameters;
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
    return parameters.get();
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
