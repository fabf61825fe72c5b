package io.reelrecs.grpc.telemetry;

import io.grpc.Context;
import io.grpc.Metadata;
import java.util.Optional;

/**
 * The request that a thread works on, for whoever logs meanwhile. Thread-safe.
 *
 * <p>Its id is what the client sent as {@code x-request-id}, if that is 1 to 128 printable ASCII
 * characters without spaces, and else made up: 16 random hexadecimal digits. The answer carries it
 * under the same name.
 */
public final class CurrentRequest {

  static final Context.Key<CurrentRequest> KEY = Context.key("reelrecs-request");

  private final String id;
  private final String method;
  private final Metadata headers;
  private final CallSpan span;
  private volatile boolean failureLogged;

  CurrentRequest(String method, Metadata headers, CallSpan span) {
    this.id = RequestId.of(headers);
    this.method = method;
    this.headers = headers;
    this.span = span;
  }

  /** The request of this thread; empty where it works on none, or nobody asked for ids. */
  public static Optional<CurrentRequest> get() {
    return Optional.ofNullable(KEY.get());
  }

  /**
   * Says that the failure of this thread's request stands in the log, so that no line repeats it.
   */
  public static void failureLogged() {
    get().ifPresent(request -> request.failureLogged = true);
  }

  /** Its id. */
  public String id() {
    return id;
  }

  /** The full name of the method that was called, as the client wrote it. */
  public String method() {
    return method;
  }

  /**
   * The id of the trace that it belongs to, 32 hexadecimal digits: of the span, or where there is
   * none, of the {@code traceparent} that the client sent.
   */
  public Optional<String> traceId() {
    return span == null ? TraceParent.traceId(headers) : Optional.of(span.traceId());
  }

  boolean isFailureLogged() {
    return failureLogged;
  }
}
