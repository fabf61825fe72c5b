package io.reelrecs.cli.bench;

import java.util.List;
import java.util.Objects;

/**
 * One line of what was measured.
 *
 * @param benchCase what was measured
 * @param kernel the name of the kernel that was active
 * @param threads threads it worked with
 * @param timing how long it took
 * @param facts what else there is to say, in this order
 */
public record BenchResult(
    BenchCase benchCase, String kernel, int threads, Timing timing, List<Fact> facts) {

  /** Copies the list and refuses nulls. */
  public BenchResult {
    Objects.requireNonNull(benchCase, "benchCase");
    Objects.requireNonNull(kernel, "kernel");
    Objects.requireNonNull(timing, "timing");
    facts = List.copyOf(facts);
  }

  /**
   * Something to say about a line.
   *
   * @param name its name in JSON, such as {@code build_s}
   * @param value a number or a text
   * @param text how people read it, such as "built in 25 ms"; empty where it says nothing new
   */
  public record Fact(String name, Object value, String text) {}
}
