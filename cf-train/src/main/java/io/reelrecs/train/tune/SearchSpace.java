package io.reelrecs.train.tune;

import io.reelrecs.train.random.SplitMix64;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The parameters that are searched.
 *
 * @param dimensions at least one, of different names; kept by ascending name
 */
public record SearchSpace(List<Dimension> dimensions) {

  /**
   * How often a candidate is drawn anew when it was there already, before the space counts as used
   * up.
   */
  private static final int DRAWS = 200;

  /** In how many parameters an even candidate differs from the defaults. */
  private static final int CHANGED_NEAR = 2;

  /**
   * Sorts and copies the list.
   *
   * @throws IllegalArgumentException if it is empty or a name is there twice
   */
  public SearchSpace {
    dimensions = dimensions.stream().sorted(Comparator.comparing(Dimension::name)).toList();
    if (dimensions.isEmpty()) {
      throw new IllegalArgumentException("there must be at least one parameter to search");
    }
    for (int i = 1; i < dimensions.size(); i++) {
      if (dimensions.get(i).name().equals(dimensions.get(i - 1).name())) {
        throw new IllegalArgumentException(
            "parameters must have different names, actual: " + dimensions.get(i).name() + " twice");
      }
    }
  }

  /**
   * The part of this with these parameters only; the others are left to their defaults.
   *
   * @throws IllegalArgumentException if a name is not here; says which are
   */
  public SearchSpace only(Collection<String> names) {
    names.forEach(this::checkName);
    return new SearchSpace(
        dimensions.stream().filter(dimension -> names.contains(dimension.name())).toList());
  }

  /**
   * This with other defaults, from which a search sets out: where an earlier one ended, say.
   *
   * @param values values by name, which widen a range that they are beyond; parameters that are not
   *     named keep their defaults
   * @throws IllegalArgumentException if a name is not here, or a value is not of its kind
   */
  public SearchSpace from(Map<String, String> values) {
    values.keySet().forEach(this::checkName);
    return new SearchSpace(
        dimensions.stream()
            .map(d -> d.withDefault(values.getOrDefault(d.name(), d.defaultValue())))
            .toList());
  }

  private void checkName(String name) {
    List<String> known = dimensions.stream().map(Dimension::name).toList();
    if (!known.contains(name)) {
      throw new IllegalArgumentException(
          "parameter must be one of " + String.join(", ", known) + ", actual: " + name);
    }
  }

  /** The point of all defaults. */
  public Point defaults() {
    TreeMap<String, String> values = new TreeMap<>();
    dimensions.forEach(dimension -> values.put(dimension.name(), dimension.defaultValue()));
    return new Point(values);
  }

  /** All ranges and defaults in words, one text for one space. */
  public String describe() {
    return dimensions.stream()
        .map(d -> d.name() + ": " + d.range() + ", default " + d.defaultValue())
        .collect(Collectors.joining("; "));
  }

  /**
   * Draws candidates: the defaults first, then others, all different. Candidate {@code c} is drawn
   * from {@code SplitMix64.stream(seed, c)}, anew while it is there already; so the first ones of
   * many are the same as those of few.
   *
   * <p>An odd candidate takes a random value for each parameter, by ascending name. An even one
   * takes random values near the defaults for two parameters, and the defaults for the rest: where
   * there are many parameters, and the defaults are good, that is where something better is more
   * often found.
   *
   * @return so many; fewer if the space has no more
   */
  List<Point> draw(int count, long seed) {
    Set<Point> drawn = new LinkedHashSet<>(List.of(defaults()));
    for (int c = 1; c < count; c++) {
      SplitMix64 random = SplitMix64.stream(seed, c);
      boolean near = c % 2 == 0 && dimensions.size() > CHANGED_NEAR;
      boolean added = false;
      for (int tries = 0; tries < DRAWS && !added; tries++) {
        added = drawn.add(near ? near(random) : anywhere(random));
      }
      if (!added) {
        break;
      }
    }
    return new ArrayList<>(drawn);
  }

  private Point anywhere(SplitMix64 random) {
    TreeMap<String, String> values = new TreeMap<>();
    for (Dimension dimension : dimensions) {
      values.put(dimension.name(), dimension.at(random.nextDouble()));
    }
    return new Point(values);
  }

  private Point near(SplitMix64 random) {
    TreeMap<String, String> values = new TreeMap<>(defaults().values());
    int[] order = new int[dimensions.size()];
    Arrays.setAll(order, i -> i);
    random.shuffle(order);
    for (int i = 0; i < CHANGED_NEAR; i++) {
      Dimension dimension = dimensions.get(order[i]);
      values.put(dimension.name(), dimension.near(random.nextDouble()));
    }
    return new Point(values);
  }
}
