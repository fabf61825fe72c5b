package io.reelrecs.train.report;

import io.reelrecs.train.evaluate.ContenderResult;
import io.reelrecs.train.evaluate.EvaluationResult;
import io.reelrecs.train.evaluate.Measure;
import io.reelrecs.train.evaluate.Metric;
import io.reelrecs.train.evaluate.MetricValue;
import java.util.Comparator;
import java.util.List;

/**
 * How the contenders stand in one metric, best first; those that are level in the order given.
 *
 * @param metric the metric
 * @param order the contenders
 */
record Standing(Metric metric, List<ContenderResult> order) {

  /** The standing in a metric that every contender has. */
  static Standing of(EvaluationResult result, Metric metric) {
    Comparator<ContenderResult> byMean =
        Comparator.comparingDouble(contender -> contender.value(metric).orElseThrow().mean());
    boolean higher = metric.measure().better() == Measure.Better.HIGHER;
    return new Standing(
        metric, result.contenders().stream().sorted(higher ? byMean.reversed() : byMean).toList());
  }

  /** Whether nobody has a better value, there is somebody to be better than, and better is said. */
  boolean isBest(MetricValue value) {
    return order.size() > 1
        && metric.measure().better() != Measure.Better.NEITHER
        && value.mean() == mean(0);
  }

  /** The mean of the contender at a place. */
  double mean(int place) {
    return order.get(place).value(metric).orElseThrow().mean();
  }
}
