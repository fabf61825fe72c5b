package io.reelrecs.grpc;

import io.reelrecs.core.score.ScoreSource;
import io.reelrecs.core.score.Scores;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.IntConsumer;

/** Counts of what the service did; safe for any number of threads, a few additions a request. */
@SuppressWarnings("EnumOrdinal") // the index of an array that does not leave this class
final class ServiceMetrics {

  private static final ScoreSource[] SOURCES = ScoreSource.values();

  private final LongAdder requests = new LongAdder();
  private final LongAdder rejected = new LongAdder();
  private final LongAdder failed = new LongAdder();
  private final LongAdder candidates = new LongAdder();
  private final LongAdder defaulted = new LongAdder();
  private final LongAdder badFeatures = new LongAdder();
  private final LongAdder[] bySource = new LongAdder[SOURCES.length];
  private final IntConsumer sizes;

  /** Counts of which nobody is told. */
  ServiceMetrics() {
    this(size -> {});
  }

  /**
   * Counts of nothing yet.
   *
   * @param sizes is told of each answer how many candidates it scored
   */
  ServiceMetrics(IntConsumer sizes) {
    this.sizes = sizes;
    for (int i = 0; i < bySource.length; i++) {
      bySource[i] = new LongAdder();
    }
  }

  /** One request that was answered with scores; one pass over its candidates. */
  void answered(ScoredCandidates scored, int bad) {
    Scores scores = scored.scores();
    BitSet failed = scored.failed();
    boolean whole = failed.isEmpty();
    int size = scores.size();
    int[] counts = new int[SOURCES.length];
    for (int i = 0; i < size; i++) {
      if (whole || !failed.get(i)) {
        counts[scores.source(i).ordinal()]++;
      }
    }
    requests.increment();
    candidates.add(size);
    add(defaulted, whole ? 0 : failed.cardinality());
    add(badFeatures, bad);
    for (int i = 0; i < counts.length; i++) {
      add(bySource[i], counts[i]);
    }
    sizes.accept(size);
  }

  private static void add(LongAdder count, int more) {
    if (more > 0) {
      count.add(more);
    }
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
    for (ScoreSource source : SOURCES) {
      sources.put(source, bySource[source.ordinal()].sum());
    }
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
