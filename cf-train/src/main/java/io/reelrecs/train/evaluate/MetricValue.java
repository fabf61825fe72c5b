package io.reelrecs.train.evaluate;

import java.util.List;
import java.util.Objects;

/**
 * A metric of one contender.
 *
 * @param metric what was measured
 * @param mean mean over the splits
 * @param deviation sample standard deviation over the splits (divided by their number less one); 0
 *     where there is one split
 * @param bySplit each split's own value, in the order of the splits
 */
public record MetricValue(Metric metric, double mean, double deviation, List<Double> bySplit) {

  /** Copies the list. */
  public MetricValue {
    Objects.requireNonNull(metric, "metric");
    bySplit = List.copyOf(bySplit);
  }

  /** The value of a metric that each split has. */
  static MetricValue of(Metric metric, List<Double> bySplit) {
    int n = bySplit.size();
    double sum = 0;
    for (double value : bySplit) {
      sum += value;
    }
    double mean = sum / n;
    double squares = 0;
    for (double value : bySplit) {
      squares += (value - mean) * (value - mean);
    }
    return new MetricValue(metric, mean, n < 2 ? 0 : Math.sqrt(squares / (n - 1)), bySplit);
  }
}
