package io.reelrecs.grpc;

import io.reelrecs.core.score.ScoreSource;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/** Counts of what the service did; safe for any number of threads, a few additions a request. */
final class ServiceMetrics {

  private final LongAdder requests = new LongAdder();
  private final LongAdder rejected = new LongAdder();
  private final LongAdder failed = new LongAdder();
  private final LongAdder candidates = new LongAdder();
  private final LongAdder defaulted = new LongAdder();
  private final LongAdder badFeatures = new LongAdder();
  private final Map<ScoreSource, LongAdder> bySource = new EnumMap<>(ScoreSource.class);

  ServiceMetrics() {
    for (ScoreSource source : ScoreSource.values()) {
      bySource.put(source, new LongAdder());
    }
  }

  /** One request that was answered with scores. */
  void answered(ScoredCandidates scored, int bad) {
    requests.increment();
    candidates.add(scored.scores().size());
    defaulted.add(scored.failed().cardinality());
    badFeatures.add(bad);
    bySource.forEach((source, count) -> count.add(from(source, scored)));
  }

  private static int from(ScoreSource source, ScoredCandidates scored) {
    int count = 0;
    for (int i = 0; i < scored.scores().size(); i++) {
      if (scored.scores().source(i) == source && !scored.failed().get(i)) {
        count++;
      }
    }
    return count;
  }

  /** One request that its caller has to change. */
  void rejected() {
    rejected.increment();
  }

  /** One request that failed through no fault of its caller. */
  void failed() {
    failed.increment();
  }

  MetricsSnapshot snapshot() {
    Map<ScoreSource, Long> sources = new EnumMap<>(ScoreSource.class);
    bySource.forEach((source, count) -> sources.put(source, count.sum()));
    return new MetricsSnapshot(
        requests.sum(),
        rejected.sum(),
        failed.sum(),
        candidates.sum(),
        defaulted.sum(),
        badFeatures.sum(),
        sources);
  }
}
