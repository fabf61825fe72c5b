package io.reelrecs.cli.loadtest;

import org.HdrHistogram.AbstractHistogram;

/**
 * A distribution of times in nanoseconds, each to three digits; all 0 where there are none.
 *
 * @param count how many times there are
 * @param p50 half of the times are at most this
 * @param p90 nine of ten are
 * @param p99 99 of 100 are
 * @param p999 999 of 1,000 are
 * @param max all of them are
 * @param mean their mean
 */
public record Times(long count, double mean, long p50, long p90, long p99, long p999, long max) {

  static Times of(AbstractHistogram histogram) {
    if (histogram.getTotalCount() == 0) {
      return new Times(0, 0, 0, 0, 0, 0, 0);
    }
    return new Times(
        histogram.getTotalCount(),
        histogram.getMean(),
        histogram.getValueAtPercentile(50),
        histogram.getValueAtPercentile(90),
        histogram.getValueAtPercentile(99),
        histogram.getValueAtPercentile(99.9),
        histogram.getMaxValue());
  }
}
