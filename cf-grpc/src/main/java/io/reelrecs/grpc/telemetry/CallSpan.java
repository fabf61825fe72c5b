package io.reelrecs.grpc.telemetry;

import io.grpc.Status;

/** The span of one call. */
public interface CallSpan {

  /** The id of the trace that it belongs to, 32 hexadecimal digits. */
  String traceId();

  /** The call is over. */
  void end(Status status);
}
