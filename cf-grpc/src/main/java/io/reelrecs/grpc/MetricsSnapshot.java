package io.reelrecs.grpc;

import io.reelrecs.core.score.ScoreSource;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * What a server has done since it was made: counts that only grow, read while requests run, so that
 * two of them may be one request apart.
 *
 * @param requests requests answered with scores, empty ones included
 * @param rejectedRequests requests answered with INVALID_ARGUMENT
 * @param failedRequests requests answered with INTERNAL, each of them logged
 * @param candidates candidates answered
 * @param defaultedScores candidates that got the default score because their scoring failed
 * @param badFeatures features that were NaN or infinite and counted as 0
 * @param bySource candidates by where their score came from, every source listed; together with
 *     {@code defaultedScores} they make up {@code candidates}
 */
public record MetricsSnapshot(
    long requests,
    long rejectedRequests,
    long failedRequests,
    long candidates,
    long defaultedScores,
    long badFeatures,
    Map<ScoreSource, Long> bySource) {

  /** Takes a copy of the map, in the order of the sources. */
  public MetricsSnapshot {
    Map<ScoreSource, Long> copy = new EnumMap<>(ScoreSource.class);
    copy.putAll(bySource);
    bySource = Collections.unmodifiableMap(copy);
  }
}
