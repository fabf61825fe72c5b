package io.reelrecs.grpc.reload;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * What a {@link ModelReloader} serves and what it has done since it was opened. Immutable.
 *
 * @param version the version that is served
 * @param fileBytes the size of its file
 * @param heapBytes about how much of the heap it takes
 * @param loadedAt when it began to be served
 * @param upToDate whether it is what stands at the model's place, as far as has been seen
 * @param reloads versions that have replaced another; the first one does not count
 * @param failures versions that were to be served and were not, and places where none was found
 * @param lastFailure in words, in one line; empty where nothing has failed
 */
public record ReloadSnapshot(
    String version,
    long fileBytes,
    long heapBytes,
    Instant loadedAt,
    boolean upToDate,
    long reloads,
    long failures,
    Optional<String> lastFailure) {

  /** Refuses nulls. */
  public ReloadSnapshot {
    Objects.requireNonNull(version, "version");
    Objects.requireNonNull(loadedAt, "loadedAt");
    Objects.requireNonNull(lastFailure, "lastFailure");
  }

  ReloadSnapshot withUpToDate(boolean now) {
    return new ReloadSnapshot(
        version, fileBytes, heapBytes, loadedAt, now, reloads, failures, lastFailure);
  }

  ReloadSnapshot reloaded(LoadedModel loaded) {
    return new ReloadSnapshot(
        loaded.served().version(),
        loaded.located().bytes(),
        loaded.heapBytes(),
        Instant.now(),
        true,
        reloads + 1,
        failures,
        lastFailure);
  }

  ReloadSnapshot failed(String why) {
    return new ReloadSnapshot(
        version, fileBytes, heapBytes, loadedAt, false, reloads, failures + 1, Optional.of(why));
  }
}
