package io.reelrecs.bench;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The figures of a run as a table for people: a row per benchmark, beside it its budget, and what
 * it allocates where the profiler {@code gc} ran.
 */
final class ResultTable {

  private final TextTable table = new TextTable();

  ResultTable(List<Figures> figures, List<Budget> budgets) {
    boolean allocations = figures.stream().anyMatch(each -> each.allocated().isPresent());
    row(allocations, "allocated", "benchmark", "samples", "median", "p99", "budget", "headroom");
    for (Figures each : figures) {
      Optional<Budget> budget =
          budgets.stream().filter(b -> b.benchmark().equals(each.benchmark())).findFirst();
      row(
          allocations,
          allocated(each.allocated()),
          each.label(),
          TimeText.count(each.samples()),
          TimeText.of(each.nanos(50)),
          TimeText.of(each.nanos(99)),
          budget.map(ResultTable::limit).orElse("-"),
          budget.map(b -> headroom(b, each)).orElse("-"));
    }
  }

  private void row(boolean allocations, String allocated, String... cells) {
    List<String> row = new ArrayList<>(List.of(cells));
    if (allocations) {
      row.add(allocated);
    }
    table.add(row);
  }

  /** Bytes an operation, to a byte: the profiler's own share is some tenths of one. */
  private static String allocated(OptionalDouble bytes) {
    return bytes.isPresent() ? TimeText.count(Math.round(bytes.getAsDouble())) + " B" : "-";
  }

  private static String limit(Budget budget) {
    return "p%s <= %s"
        .formatted(TimeText.percentile(budget.percentile()), TimeText.of(budget.limitNanos()));
  }

  private static String headroom(Budget budget, Figures figures) {
    return TimeText.headroom(budget.limitNanos(), figures.nanos(budget.percentile()));
  }

  void print(PrintStream out) {
    table.print(out);
  }
}
