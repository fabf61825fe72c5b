package io.reelrecs.train.report;

import java.util.Objects;

/**
 * A line about what was evaluated.
 *
 * @param name what it is about: "seed"
 * @param value what it says; any text, escaped in the page
 */
public record ReportFact(String name, String value) {

  /** Refuses nulls. */
  public ReportFact {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(value, "value");
  }
}
