package io.reelrecs.grpc.telemetry;

import io.grpc.Context;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.ServerStreamTracer;
import io.grpc.Status;

/**
 * Follows one call from when its headers have arrived to its end. The transport's thread makes it
 * and tells it of the end; another one may tell it meanwhile that the server has the method.
 */
final class CallTracer extends ServerStreamTracer {

  private final CallTracers calls;
  private final long start = System.nanoTime();
  private final CallSpan span;
  private final CurrentRequest request;
  private MethodMeter meter;
  private boolean stream;
  private boolean closed;

  CallTracer(CallTracers calls, String method, Metadata headers) {
    this.calls = calls;
    this.span = calls.span(method, headers);
    this.request = new CurrentRequest(method, headers, span);
    this.meter = calls.known(method);
    if (meter != null) {
      meter.started();
    }
  }

  @Override
  public Context filterContext(Context context) {
    return context.withValue(CurrentRequest.KEY, request);
  }

  @Override
  public synchronized void serverCallStarted(ServerCallInfo<?, ?> call) {
    stream = call.getMethodDescriptor().getType() != MethodType.UNARY;
    if (meter == null && !closed) {
      meter = calls.learn(call.getMethodDescriptor().getFullMethodName());
      meter.started();
    }
  }

  @Override
  public void streamClosed(Status status) {
    long nanos = System.nanoTime() - start;
    synchronized (this) {
      closed = true;
      if (meter == null) {
        meter = calls.other();
        meter.started();
      }
      meter.ended(status.getCode(), nanos);
    }
    if (span != null) {
      span.end(status);
    }
    calls.log().ended(request, stream && isEnd(status.getCode()) ? Status.OK : status, nanos);
  }

  /**
   * Whether a stream, such as a watch of the health, has come to one of its usual ends: its client
   * has cancelled it or gone, or the server stops.
   */
  private static boolean isEnd(Status.Code code) {
    return code == Status.Code.CANCELLED || code == Status.Code.UNAVAILABLE;
  }
}
