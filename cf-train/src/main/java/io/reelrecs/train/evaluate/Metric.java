package io.reelrecs.train.evaluate;

import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * A measure, and where lists are cut for it.
 *
 * @param measure what is measured
 * @param k the length of the lists, at least 1; 0 for a measure without one
 */
public record Metric(Measure measure, int k) {

  /**
   * Checks that the length fits the measure.
   *
   * @throws IllegalArgumentException if it does not
   */
  public Metric {
    Objects.requireNonNull(measure, "measure");
    if (measure.isCut() ? k < 1 : k != 0) {
      throw new IllegalArgumentException(
          "k of "
              + measure.label()
              + " must be "
              + (measure.isCut() ? ">= 1" : "0")
              + ", actual: "
              + k);
    }
  }

  /** The metric of a measure without a length. */
  public static Metric of(Measure measure) {
    return new Metric(measure, 0);
  }

  /** Its name for people and files: "rmse", "ndcg@10". */
  public String label() {
    return measure.label() + (measure.isCut() ? "@" + k : "");
  }

  /**
   * The metric of a name.
   *
   * @param label as {@link #label} makes it
   * @throws IllegalArgumentException if there is none; names those there are
   */
  public static Metric parse(String label) {
    int at = label.indexOf('@');
    String name = at < 0 ? label : label.substring(0, at);
    String length = at < 0 ? "0" : label.substring(at + 1);
    for (Measure measure : Measure.values()) {
      if (measure.label().equals(name)
          && measure.isCut() == (at >= 0)
          && length.matches(at < 0 ? "0" : "[1-9]\\d{0,8}")) {
        return new Metric(measure, Integer.parseInt(length));
      }
    }
    String known =
        Arrays.stream(Measure.values())
            .map(m -> m.label() + (m.isCut() ? "@k" : ""))
            .collect(Collectors.joining(", "));
    throw new IllegalArgumentException("metric must be one of " + known + ", actual: " + label);
  }
}
