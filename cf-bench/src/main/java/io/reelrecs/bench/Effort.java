package io.reelrecs.bench;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * How long to measure. What is empty stays as the benchmark's annotations have it.
 *
 * @param forks JVMs per benchmark, at least 1
 * @param iteration how long each iteration of a benchmark that repeats its work lasts
 * @param iterations how many iterations are measured, at least 1, with no warm-up
 */
record Effort(OptionalInt forks, Optional<Duration> iteration, OptionalInt iterations) {

  /** As the annotations have it: for figures to be quoted. */
  static final Effort FULL = new Effort(OptionalInt.empty(), Optional.empty(), OptionalInt.empty());

  /** A quarter of the time: tells whether a budget is held, not by how much. */
  static final Effort QUICK =
      new Effort(OptionalInt.of(1), Optional.of(Duration.ofSeconds(1)), OptionalInt.empty());

  Effort {
    atLeastOne("forks", forks);
    atLeastOne("iterations", iterations);
  }

  private static void atLeastOne(String name, OptionalInt value) {
    if (value.isPresent() && value.getAsInt() < 1) {
      throw new IllegalArgumentException(name + " must be >= 1, actual: " + value.getAsInt());
    }
  }

  /** The same with another number of forks. */
  Effort withForks(int count) {
    return new Effort(OptionalInt.of(count), iteration, iterations);
  }

  void apply(ChainedOptionsBuilder jmh) {
    forks.ifPresent(jmh::forks);
    iteration.ifPresent(
        length -> {
          TimeValue time = TimeValue.milliseconds(length.toMillis());
          jmh.warmupTime(time).measurementTime(time);
        });
    iterations.ifPresent(count -> jmh.warmupIterations(0).measurementIterations(count));
  }
}
