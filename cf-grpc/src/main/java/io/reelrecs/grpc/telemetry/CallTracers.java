package io.reelrecs.grpc.telemetry;

import io.grpc.Metadata;
import io.grpc.ServerStreamTracer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Makes a tracer for each call, and keeps the meters of the methods. Thread-safe. */
final class CallTracers extends ServerStreamTracer.Factory {

  private final CallMeter meter;
  private final CallSpans spans;
  private final CallLog log;

  /** By full name; only methods that the server has, so that clients cannot make it grow. */
  private final Map<String, MethodMeter> methods = new ConcurrentHashMap<>();

  /** {@code spans} may be null, for none. */
  CallTracers(CallMeter meter, CallSpans spans, CallLog log) {
    this.meter = meter;
    this.spans = spans;
    this.log = log;
  }

  @Override
  public ServerStreamTracer newServerStreamTracer(String method, Metadata headers) {
    return new CallTracer(this, method, headers);
  }

  /** The span of a call that begins; null where it is not traced. */
  CallSpan span(String method, Metadata headers) {
    return spans == null ? null : spans.begin(method, headers);
  }

  /** The meter of a method that was called before, else null. */
  MethodMeter known(String method) {
    return methods.get(method);
  }

  /** The meter of a method that the server has. */
  MethodMeter learn(String method) {
    return methods.computeIfAbsent(method, meter::method);
  }

  /** The meter of all methods that it does not have. */
  MethodMeter other() {
    return learn(CallMeter.OTHER);
  }

  CallLog log() {
    return log;
  }
}
