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
   */
  CallSpan begin(String method, Metadata headers);
}
