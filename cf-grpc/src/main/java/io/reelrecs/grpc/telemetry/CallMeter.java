package io.reelrecs.grpc.telemetry;

/** Counts and times the calls of a server. Thread-safe. */
public interface CallMeter {

  /** Stands for the calls of methods that the server does not have; no such method can exist. */
  String OTHER = "other";

  /**
   * The meter of one method, asked for once a method and kept.
   *
   * @param method the full name, as in {@code recommendations.MLScorer/ScoreCandidates}, of a
   *     method that the server has, or {@link #OTHER}
   */
  MethodMeter method(String method);

  /** Counts nothing. */
  static CallMeter none() {
    return method -> MethodMeter.NONE;
  }
}
