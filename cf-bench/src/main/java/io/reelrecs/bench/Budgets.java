package io.reelrecs.bench;

import java.time.Duration;
import java.util.List;

/**
 * The budgets that the build holds ReelRecs to, at MovieLens 1M's size. They are promises to its
 * users, not descriptions of the present speed: docs/benchmarks.md has the distance between both.
 */
final class Budgets {

  static final List<Budget> ALL =
      List.of(
          new Budget("ScoreBenchmark.oneMovie", 99, Duration.ofMillis(1)),
          new Budget("GrpcBenchmark.candidates200", 99, Duration.ofMillis(20)),
          new Budget("ScoreBenchmark.candidates200", 50, Duration.ofNanos(300_000)),
          new Budget("TrainingBenchmark.fileToModel", 99, Duration.ofSeconds(10)),
          new Budget("ModelFileBenchmark.read", 99, Duration.ofSeconds(1)));

  private Budgets() {}
}
