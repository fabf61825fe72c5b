package io.reelrecs.bench;

import java.util.Collection;
import java.util.List;
import java.util.OptionalDouble;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.util.Statistics;

/** The times of one benchmark, over all its forks and iterations. */
final class Figures {

  /** What JMH's profiler {@code gc} calls the bytes that an operation allocates. */
  private static final String ALLOCATED = "gc.alloc.rate.norm";

  private final BenchmarkParams params;
  private final Statistics times;
  private final OptionalDouble allocated;

  private Figures(RunResult result) {
    params = result.getParams();
    times = result.getPrimaryResult().getStatistics();
    Result<?> bytes = result.getSecondaryResults().get(ALLOCATED);
    allocated = bytes == null ? OptionalDouble.empty() : OptionalDouble.of(bytes.getScore());
  }

  /** The figures of each result, ordered by label. */
  static List<Figures> of(Collection<RunResult> results) {
    return results.stream()
        .map(Figures::new)
        .sorted((a, b) -> a.label().compareTo(b.label()))
        .toList();
  }

  /** Class and method, as in {@code ScoreBenchmark.oneMovie}. */
  String benchmark() {
    return shortName(params);
  }

  /** Class and method, and the parameters if there are any, as in {@code A.b threads=2}. */
  String label() {
    return label(params);
  }

  /** The number of times taken. */
  long samples() {
    return times.getN();
  }

  /**
   * A percentile of the times, in nanoseconds. With too few samples to have one (fewer than 100 for
   * the 99th) it is the largest.
   */
  double nanos(double percentile) {
    return times.getPercentile(percentile) * params.getTimeUnit().toNanos(1);
  }

  /** The bytes that an operation allocates, where the profiler {@code gc} ran. */
  OptionalDouble allocated() {
    return allocated;
  }

  static String label(BenchmarkParams params) {
    StringBuilder label = new StringBuilder(shortName(params));
    for (Object key : params.getParamsKeys()) {
      label.append(' ').append(key).append('=').append(params.getParam(key.toString()));
    }
    return label.toString();
  }

  private static String shortName(BenchmarkParams params) {
    String name = params.getBenchmark();
    return name.substring(name.lastIndexOf('.', name.lastIndexOf('.') - 1) + 1);
  }
}
