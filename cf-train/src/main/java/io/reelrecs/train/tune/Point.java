package io.reelrecs.train.tune;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A point of a search space: a value for each of its parameters.
 *
 * @param values the values as texts, by name; immutable
 */
public record Point(SortedMap<String, String> values) {

  /** Copies the map. */
  public Point {
    values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
  }

  /** The point of these values. */
  public static Point of(Map<String, String> values) {
    return new Point(new TreeMap<>(values));
  }

  /** The point as it is written behind the name of an algorithm: "k=60:shrinkage=100". */
  public String text() {
    return values.entrySet().stream()
        .map(value -> value.getKey() + "=" + value.getValue())
        .collect(Collectors.joining(":"));
  }
}
