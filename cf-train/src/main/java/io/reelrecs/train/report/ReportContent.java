package io.reelrecs.train.report;

import io.reelrecs.train.evaluate.EvaluationResult;
import java.util.List;
import java.util.Objects;

/**
 * All that a report shows.
 *
 * @param facts lines about what was evaluated, in the order of the page
 * @param result what came of it; at least one contender. Its times are left out of the page
 * @param curve its learning curve
 */
public record ReportContent(List<ReportFact> facts, EvaluationResult result, ReportCurve curve) {

  /** Copies the list. */
  public ReportContent {
    Objects.requireNonNull(result, "result");
    Objects.requireNonNull(curve, "curve");
    facts = List.copyOf(facts);
  }
}
