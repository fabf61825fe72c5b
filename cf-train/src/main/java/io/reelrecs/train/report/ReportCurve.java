package io.reelrecs.train.report;

import io.reelrecs.train.evaluate.EvaluationResult;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A learning curve, or why there is none.
 *
 * @param split name of the split that was learned from in part
 * @param fractions shares of its training part, ascending
 * @param result the evaluation whose splits are these shares, if they could be trained on
 * @param problem why they could not; empty if they could
 */
public record ReportCurve(
    String split, List<Double> fractions, Optional<EvaluationResult> result, String problem) {

  /** Copies the list. */
  public ReportCurve {
    Objects.requireNonNull(split, "split");
    Objects.requireNonNull(result, "result");
    Objects.requireNonNull(problem, "problem");
    fractions = List.copyOf(fractions);
  }
}
