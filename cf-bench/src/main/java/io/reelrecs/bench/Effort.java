package io.reelrecs.bench;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * How long to measure, and what beside the time. What is empty stays as the benchmark's annotations
 * have it.
 *
 * @param forks JVMs per benchmark, at least 1
 * @param iteration how long each iteration of a benchmark that repeats its work lasts
 * @param iterations how many iterations are measured, at least 1, with no warm-up
 * @param profilers JMH's profilers, each as its option {@code -prof} takes it
 */
record Effort(
    OptionalInt forks,
    Optional<Duration> iteration,
    OptionalInt iterations,
    List<String> profilers) {

  /** As the annotations have it: for figures to be quoted. */
  static final Effort FULL =
      new Effort(OptionalInt.empty(), Optional.empty(), OptionalInt.empty(), List.of());

  /** A quarter of the time: tells whether a budget is held, not by how much. */
  static final Effort QUICK =
      new Effort(
          OptionalInt.of(1), Optional.of(Duration.ofSeconds(1)), OptionalInt.empty(), List.of());

  Effort {
    profilers = List.copyOf(profilers);
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
    return new Effort(OptionalInt.of(count), iteration, iterations, profilers);
  }

  /** The same with these profilers. */
  Effort withProfilers(List<String> others) {
    return new Effort(forks, iteration, iterations, others);
  }

  void apply(ChainedOptionsBuilder jmh) {
    forks.ifPresent(jmh::forks);
    iteration.ifPresent(
        length -> {
          TimeValue time = TimeValue.milliseconds(length.toMillis());
          jmh.warmupTime(time).measurementTime(time);
        });
    profilers.forEach(profiler -> addProfiler(jmh, profiler));
    iterations.ifPresent(count -> jmh.warmupIterations(0).measurementIterations(count));
  }

  /** A profiler with options is written {@code name:options}. */
  private static void addProfiler(ChainedOptionsBuilder jmh, String profiler) {
    String[] parts = profiler.split(":", 2);
    jmh.addProfiler(parts[0], parts.length > 1 ? parts[1] : "");
  }
}
