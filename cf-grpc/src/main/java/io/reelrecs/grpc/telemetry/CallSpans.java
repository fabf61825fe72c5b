package io.reelrecs.grpc.telemetry;

import io.grpc.Metadata;

/** Traces the calls of a server. Thread-safe. */
@FunctionalInterface
public interface CallSpans {

  /**
   * Begins the span of a call that has arrived.
   *
   * @param method the full name of its method, as the client wrote it
   * @param headers what the client sent with it, the context of its trace included; not to be
   *     changed
   * @return its span, or null for a call that is not to be traced
   */
  CallSpan begin(String method, Metadata headers);
}
