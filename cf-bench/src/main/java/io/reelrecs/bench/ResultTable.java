package io.reelrecs.bench;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The figures of a run as a table for people: a row per benchmark, beside it its budget. */
final class ResultTable {

  private static final int COLUMNS = 6;

  private final List<String[]> rows = new ArrayList<>();

  ResultTable(List<Figures> figures, List<Budget> budgets) {
    rows.add(new String[] {"benchmark", "samples", "median", "p99", "budget", "headroom"});
    for (Figures each : figures) {
      Optional<Budget> budget =
          budgets.stream().filter(b -> b.benchmark().equals(each.benchmark())).findFirst();
      rows.add(
          new String[] {
            each.label(),
            TimeText.count(each.samples()),
            TimeText.of(each.nanos(50)),
            TimeText.of(each.nanos(99)),
            budget.map(ResultTable::limit).orElse("-"),
            budget.map(b -> headroom(b, each)).orElse("-")
          });
    }
  }

  private static String limit(Budget budget) {
    return "p%s <= %s"
        .formatted(TimeText.percentile(budget.percentile()), TimeText.of(budget.limitNanos()));
  }

  private static String headroom(Budget budget, Figures figures) {
    return TimeText.headroom(budget.limitNanos(), figures.nanos(budget.percentile()));
  }

  void print(PrintStream out) {
    int[] widths = new int[COLUMNS];
    for (String[] row : rows) {
      for (int i = 0; i < COLUMNS; i++) {
        widths[i] = Math.max(widths[i], row[i].length());
      }
    }
    for (String[] row : rows) {
      StringBuilder line = new StringBuilder(row[0]);
      line.append(" ".repeat(widths[0] - row[0].length()));
      for (int i = 1; i < COLUMNS; i++) {
        line.append(" ".repeat(2 + widths[i] - row[i].length())).append(row[i]);
      }
      out.println(line);
      if (row == rows.get(0)) {
        out.println("-".repeat(Arrays.stream(widths).sum() + 2 * (COLUMNS - 1)));
      }
    }
  }
}
