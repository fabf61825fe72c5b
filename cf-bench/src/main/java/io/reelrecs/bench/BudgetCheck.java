package io.reelrecs.bench;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.results.RunResult;

/**
 * Holds results to budgets. A budget is held only by a result that is there and within it: a
 * benchmark that failed, did not run, or has no samples breaks its budget.
 */
final class BudgetCheck {

  private BudgetCheck() {}

  /**
   * What is broken, one sentence for people each; empty if every budget is held.
   *
   * @param budgets those whose benchmarks were to run
   * @param results what ran, with or without a budget
   */
  static List<String> violations(List<Budget> budgets, Collection<RunResult> results) {
    List<Figures> figures = Figures.of(results);
    List<String> violations = new ArrayList<>();
    for (Budget budget : budgets) {
      List<Figures> own =
          figures.stream().filter(f -> f.benchmark().equals(budget.benchmark())).toList();
      if (own.isEmpty()) {
        violations.add(budget.benchmark() + " gave no result, so its budget is not held");
      }
      for (Figures each : own) {
        check(budget, each, violations);
      }
    }
    return violations;
  }

  private static void check(Budget budget, Figures figures, List<String> violations) {
    double measured = figures.samples() == 0 ? Double.NaN : figures.nanos(budget.percentile());
    double limit = budget.limitNanos();
    if (Double.isNaN(measured)) {
      violations.add(figures.label() + " took no sample, so its budget is not held");
    } else if (measured > limit) {
      violations.add(
          "%s: p%s is %s, the budget is %s"
              .formatted(
                  figures.label(),
                  TimeText.percentile(budget.percentile()),
                  TimeText.of(measured),
                  TimeText.of(limit)));
    }
  }
}
