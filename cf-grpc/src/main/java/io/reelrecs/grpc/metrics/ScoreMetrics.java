package io.reelrecs.grpc.metrics;

import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import io.reelrecs.grpc.MetricsSnapshot;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** What the service counts of its scores. */
record ScoreMetrics(Supplier<MetricsSnapshot> counts) implements MultiCollector {

  @Override
  public MetricSnapshots collect() {
    MetricsSnapshot now = counts.get();
    Map<String, Long> sources = new TreeMap<>();
    now.bySource()
        .forEach((source, count) -> sources.put(source.name().toLowerCase(Locale.ROOT), count));
    sources.put("default", now.defaultedScores());
    return MetricSnapshots.of(
        Family.counter(
            "reelrecs_scores",
            "Candidates scored, by what the score rests on; default: their scoring failed.",
            "source",
            sources),
        Family.counter(
            "reelrecs_bad_features",
            "Features that were NaN or infinite and counted as 0.",
            now.badFeatures()));
  }
}
