package io.reelrecs.cli;

import io.reelrecs.train.evaluate.ContenderResult;
import io.reelrecs.train.evaluate.EvaluationResult;
import io.reelrecs.train.evaluate.Measure;
import io.reelrecs.train.evaluate.Metric;
import io.reelrecs.train.evaluate.RankingOptions;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Takes out of a result what was measured beyond what was asked for. Stateless. */
final class AskedFigures {

  private static final Set<Measure> OF_RATINGS =
      EnumSet.of(Measure.RMSE, Measure.MAE, Measure.NEIGHBOR_COVERAGE);

  private AskedFigures() {}

  /** The result without rankings. */
  static EvaluationResult ofRatings(EvaluationResult result) {
    return only(result, metric -> OF_RATINGS.contains(metric.measure()), false);
  }

  /** The result with rankings of these lengths only. */
  static EvaluationResult of(EvaluationResult result, RankingOptions ranking) {
    return only(
        result,
        metric -> !metric.measure().isCut() || ranking.cutoffs().contains(metric.k()),
        true);
  }

  private static EvaluationResult only(
      EvaluationResult result, Predicate<Metric> asked, boolean ranking) {
    return new EvaluationResult(
        result.protocol(),
        result.splits(),
        result.contenders().stream()
            .map(
                contender ->
                    new ContenderResult(
                        contender.name(),
                        contender.metrics().stream()
                            .filter(value -> asked.test(value.metric()))
                            .toList(),
                        contender.ratings(),
                        ranking ? contender.ranking() : Optional.empty()))
            .toList(),
        result.comparisons().stream().filter(pair -> asked.test(pair.metric())).toList(),
        result.times());
  }
}
