package io.reelrecs.grpc.telemetry;

import io.grpc.Status;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * How a request ended: the parameter of the line that the log has of it, for a formatter that
 * writes its parts as fields. As text it is the words of that line.
 *
 * @param requestId the request's id
 * @param traceId the trace that it belongs to, if any
 * @param method the full name of the method, as the client wrote it
 * @param status the status that it was answered with
 * @param detail what the client was told besides; empty where nothing was
 * @param nanos how long it took
 * @param unlogged how many failures before it were left out of the log, to keep the log's rate
 *     bounded
 */
public record CallEnd(
    String requestId,
    Optional<String> traceId,
    String method,
    Status.Code status,
    Optional<String> detail,
    long nanos,
    long unlogged) {

  /** Refuses nulls. */
  public CallEnd {
    Objects.requireNonNull(requestId, "requestId");
    Objects.requireNonNull(traceId, "traceId");
    Objects.requireNonNull(method, "method");
    Objects.requireNonNull(status, "status");
    Objects.requireNonNull(detail, "detail");
  }

  /** How long it took, in milliseconds, to the microsecond. */
  public double millis() {
    return TimeUnit.NANOSECONDS.toMicros(nanos) / 1e3;
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(method).append(": ").append(status);
    text.append(" after ").append(millis()).append(" ms");
    detail.ifPresent(words -> text.append(": ").append(words));
    if (unlogged > 0) {
      text.append("; ").append(unlogged).append(" failed before it that are not in the log");
    }
    return text.toString();
  }
}
