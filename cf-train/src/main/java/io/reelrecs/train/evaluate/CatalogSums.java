package io.reelrecs.train.evaluate;

import java.util.Arrays;
import java.util.Map;

/** What a contender's lists of one length make of the catalog. Not thread-safe. */
final class CatalogSums {

  private final int k;
  private final TrainCounts counts;
  private final int[] timesListed;
  private double percentiles;
  private double ratings;
  private int lists;

  CatalogSums(int k, TrainCounts counts) {
    this.k = k;
    this.counts = counts;
    this.timesListed = new int[counts.movies().size()];
  }

  void add(long[] list) {
    int length = Math.min(k, list.length);
    if (length == 0) {
      return;
    }
    double percentile = 0;
    double rated = 0;
    for (int rank = 0; rank < length; rank++) {
      percentile += counts.percentile(list[rank]);
      rated += counts.ofMovie(list[rank]);
      int movie = counts.movies().indexOf(list[rank]);
      if (movie >= 0) {
        timesListed[movie]++;
      }
    }
    percentiles += percentile / length;
    ratings += rated / length;
    lists++;
  }

  void metrics(Map<Metric, Double> into) {
    int listed = 0;
    for (int times : timesListed) {
      listed += times > 0 ? 1 : 0;
    }
    into.put(
        new Metric(Measure.CATALOG_COVERAGE, k), (double) listed / Math.max(1, timesListed.length));
    into.put(new Metric(Measure.POPULARITY, k), percentiles / Math.max(1, lists));
    into.put(new Metric(Measure.AVERAGE_RATINGS, k), ratings / Math.max(1, lists));
    into.put(new Metric(Measure.GINI, k), gini(timesListed));
  }

  /**
   * The Gini index of some counts: {@code sum((2 i - n - 1) x_i) / (n sum(x_i))} over the counts in
   * ascending order, {@code i} from 1; 0 where all are 0.
   */
  static double gini(int[] values) {
    int[] sorted = values.clone();
    Arrays.sort(sorted);
    double weighted = 0;
    double sum = 0;
    for (int i = 0; i < sorted.length; i++) {
      weighted += (2.0 * (i + 1) - sorted.length - 1) * sorted[i];
      sum += sorted[i];
    }
    return sum == 0 ? 0 : weighted / (sorted.length * sum);
  }
}
