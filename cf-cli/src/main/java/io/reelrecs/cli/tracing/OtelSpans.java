package io.reelrecs.cli.tracing;

import io.grpc.Metadata;
import io.grpc.Status;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapPropagator;
import io.reelrecs.grpc.telemetry.CallSpan;
import io.reelrecs.grpc.telemetry.CallSpans;

/**
 * One span of kind SERVER for each call but those of gRPC's own services (health, reflection), with
 * the names and attributes of OpenTelemetry's conventions for gRPC; part of the caller's trace
 * where the caller sends its context. Thread-safe.
 */
record OtelSpans(Tracer tracer, TextMapPropagator propagator) implements CallSpans {

  private static final String OWN_SERVICES = "grpc.";

  @Override
  public CallSpan begin(String method, Metadata headers) {
    if (method.startsWith(OWN_SERVICES)) {
      return null;
    }
    SpanBuilder span =
        tracer
            .spanBuilder(method)
            .setSpanKind(SpanKind.SERVER)
            .setParent(propagator.extract(Context.root(), headers, HeaderGetter.INSTANCE))
            .setAttribute("rpc.system", "grpc");
    int slash = method.lastIndexOf('/');
    if (slash > 0) {
      span.setAttribute("rpc.service", method.substring(0, slash));
      span.setAttribute("rpc.method", method.substring(slash + 1));
    }
    return new Begun(span.startSpan());
  }

  private record Begun(Span span) implements CallSpan {

    @Override
    public String traceId() {
      return span.getSpanContext().getTraceId();
    }

    @Override
    public void end(Status status) {
      span.setAttribute("rpc.grpc.status_code", status.getCode().value());
      if (isError(status.getCode())) {
        span.setStatus(StatusCode.ERROR, status.getCode().name());
      }
      span.end();
    }

    /** Which outcomes are errors of a server, by the conventions. */
    private static boolean isError(Status.Code code) {
      return switch (code) {
        case UNKNOWN, DEADLINE_EXCEEDED, UNIMPLEMENTED, INTERNAL, UNAVAILABLE, DATA_LOSS -> true;
        default -> false;
      };
    }
  }
}
