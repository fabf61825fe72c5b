/**
 * Traces of requests by OpenTelemetry, sent by OTLP. Nothing of it is loaded unless it is asked
 * for.
 *
 * <p>May touch {@code grpc.telemetry} and OpenTelemetry. Only {@link io.reelrecs.cli} touches this.
 */
package io.reelrecs.cli.tracing;
