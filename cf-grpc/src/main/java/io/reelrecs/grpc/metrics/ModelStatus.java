package io.reelrecs.grpc.metrics;

import java.time.Instant;
import java.util.Objects;

/**
 * What is to be told of the model that is served and of those that were to replace it.
 *
 * @param version what operators call it
 * @param algorithm how it was trained
 * @param loadedAt when it began to be served
 * @param upToDate whether it is the one that stands at the model's place
 * @param reloads how many models have replaced another
 * @param failures how many were to replace another and could not
 */
public record ModelStatus(
    String version,
    String algorithm,
    Instant loadedAt,
    boolean upToDate,
    long reloads,
    long failures) {

  /** Refuses nulls. */
  public ModelStatus {
    Objects.requireNonNull(version, "version");
    Objects.requireNonNull(algorithm, "algorithm");
    Objects.requireNonNull(loadedAt, "loadedAt");
  }

  /** A model that has been served since then and that nothing replaces. */
  public static ModelStatus fixed(String version, String algorithm, Instant loadedAt) {
    return new ModelStatus(version, algorithm, loadedAt, true, 0, 0);
  }
}
