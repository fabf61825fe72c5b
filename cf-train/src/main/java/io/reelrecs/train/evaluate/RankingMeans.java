package io.reelrecs.train.evaluate;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The ranking metrics of one contender on one split: means over users, at every cutoff. Filled user
 * by ascending user. Not thread-safe.
 */
final class RankingMeans {

  private final RankingOptions options;
  private final TrainCounts counts;
  private final boolean wholeCatalog;
  private final ListQuality quality;
  private final RankingSums sums;
  private final int comparedAt;
  private final double[][] totals;
  private final CatalogSums[] catalog;
  private double testPercentiles;
  private int users;

  /** The measures of {@link #totals}, in their order. */
  private static final Measure[] MEASURES = {
    Measure.NDCG, Measure.RECALL, Measure.PRECISION, Measure.HIT_RATE, Measure.MAP, Measure.MRR
  };

  /**
   * Means of nobody yet.
   *
   * @param wholeCatalog whether lists are made from the whole catalog, so that it is worth asking
   *     which part of it they show
   */
  RankingMeans(RankingOptions options, TrainCounts counts, boolean wholeCatalog) {
    this.options = options;
    this.counts = counts;
    this.wholeCatalog = wholeCatalog;
    int cutoffs = options.cutoffs().size();
    quality = new ListQuality(options);
    sums = new RankingSums(options.comparedAt());
    comparedAt = options.cutoffs().indexOf(options.comparedAt());
    totals = new double[MEASURES.length][cutoffs];
    catalog = new CatalogSums[cutoffs];
    for (int c = 0; c < cutoffs; c++) {
      catalog[c] = new CatalogSums(options.cutoffs().get(c), counts);
    }
  }

  /** Adds a user's list; {@code wanted} ascends, and where it is empty the user is skipped. */
  void add(long user, long[] list, long[] wanted) {
    if (wanted.length == 0) {
      sums.skip();
      return;
    }
    users++;
    quality.measure(list, wanted);
    for (int c = 0; c < catalog.length; c++) {
      int hits = quality.hits(c);
      totals[0][c] += quality.ndcg(c);
      totals[1][c] += (double) hits / wanted.length;
      totals[2][c] += (double) hits / options.cutoffs().get(c);
      totals[3][c] += hits > 0 ? 1 : 0;
      totals[4][c] += quality.averagePrecision(c);
      totals[5][c] += quality.reciprocalRank(c);
      catalog[c].add(list);
    }
    double percentile = 0;
    for (long movie : wanted) {
      percentile += counts.percentile(movie);
    }
    testPercentiles += percentile / wanted.length;
    double recall = (double) quality.hits(comparedAt) / wanted.length;
    sums.add(user, counts, list, wanted, quality.ndcg(comparedAt), recall);
  }

  Map<Metric, Double> metrics() {
    Map<Metric, Double> metrics = new LinkedHashMap<>();
    double n = Math.max(1, users);
    for (int c = 0; c < catalog.length; c++) {
      int k = options.cutoffs().get(c);
      for (int m = 0; m < MEASURES.length; m++) {
        metrics.put(new Metric(MEASURES[m], k), totals[m][c] / n);
      }
      if (wholeCatalog) {
        catalog[c].metrics(metrics);
      }
    }
    if (wholeCatalog) {
      metrics.put(Metric.of(Measure.TEST_POPULARITY), testPercentiles / n);
    }
    return metrics;
  }

  RankingSums sums() {
    return sums;
  }
}
