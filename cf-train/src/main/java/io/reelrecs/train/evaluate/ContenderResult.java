package io.reelrecs.train.evaluate;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What came of one contender.
 *
 * @param name its name
 * @param metrics the metrics, ratings first, then rankings by cutoff
 * @param ratings more about its predicted ratings, if they were measured
 * @param ranking more about its rankings, if they were measured
 */
public record ContenderResult(
    String name,
    List<MetricValue> metrics,
    Optional<RatingReport> ratings,
    Optional<RankingReport> ranking) {

  /** Copies the list. */
  public ContenderResult {
    Objects.requireNonNull(name, "name");
    metrics = List.copyOf(metrics);
  }

  /** The value of a metric, if it was measured. */
  public Optional<MetricValue> value(Metric metric) {
    return metrics.stream().filter(value -> value.metric().equals(metric)).findFirst();
  }
}
