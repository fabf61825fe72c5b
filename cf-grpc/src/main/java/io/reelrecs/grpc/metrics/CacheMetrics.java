package io.reelrecs.grpc.metrics;

import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import io.reelrecs.core.score.ScoreCache;
import java.util.function.Supplier;

/** How a cache of scores does. */
record CacheMetrics(Supplier<ScoreCache.Snapshot> cache) implements MultiCollector {

  @Override
  public MetricSnapshots collect() {
    ScoreCache.Snapshot now = cache.get();
    return MetricSnapshots.of(
        Family.counter(
            "reelrecs_score_cache_hits", "Scores that were found in the cache.", now.hits()),
        Family.counter(
            "reelrecs_score_cache_misses",
            "Scores that were looked for in the cache in vain.",
            now.misses()));
  }
}
