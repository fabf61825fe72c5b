package io.reelrecs.cli;

import io.reelrecs.train.Algorithm;
import io.reelrecs.train.Recipe;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine.Option;

/** Parameters of algorithms that have options of their own, beside {@code NAME:parameter=value}. */
final class RecipeOptions {

  @Option(
      names = "--k",
      paramLabel = "N",
      description = "Neighbors per user, for reference (default: 20).")
  private Integer k;

  @Option(
      names = "--missing",
      paramLabel = "RULE",
      description =
          "What a missing rating counts as when users are compared, for reference: zero, or"
              + " user-mean (default: zero).")
  private String missing;

  @Option(
      names = "--positive-from",
      paramLabel = "RATING",
      description =
          "The lowest rating that counts as liking when recommendations are learned (default: 4"
              + " of 5 stars).")
  private Double positiveFrom;

  /**
   * The recipes of a list, as in "fusion,ease:lambda=500", with these options in those that have
   * such a parameter.
   *
   * @throws IllegalArgumentException if a recipe is not one, or none has a parameter that was given
   */
  List<Recipe> apply(String list) {
    List<Recipe> recipes = new ArrayList<>();
    for (String text : list.split(",", -1)) {
      recipes.add(Recipe.parse(text));
    }
    if (k != null) {
      set("k", k.toString(), recipes);
    }
    if (missing != null) {
      set("missing", missing, recipes);
    }
    if (positiveFrom != null) {
      set("positive-from", positiveFrom.toString(), recipes);
    }
    return recipes;
  }

  private static void set(String name, String value, List<Recipe> recipes) {
    boolean used = false;
    for (int i = 0; i < recipes.size(); i++) {
      if (recipes.get(i).algorithm().has(name)) {
        recipes.set(i, recipes.get(i).with(name, value));
        used = true;
      }
    }
    if (!used) {
      throw new IllegalArgumentException(
          "--"
              + name
              + " is for an algorithm that has it, such as "
              + Arrays.stream(Algorithm.values())
                  .filter(algorithm -> algorithm.has(name))
                  .map(Algorithm::label)
                  .reduce((first, last) -> last)
                  .orElseThrow()
              + ", actual: "
              + recipes.get(0).algorithm().label());
    }
  }
}
