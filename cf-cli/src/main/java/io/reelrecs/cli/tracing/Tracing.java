package io.reelrecs.cli.tracing;

import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdk;
import io.opentelemetry.sdk.autoconfigure.spi.ConfigurationException;
import io.reelrecs.grpc.telemetry.CallSpans;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * OpenTelemetry as its own environment variables and properties configure it, for traces only: the
 * program's metrics and logs go other ways. Where they say nothing: OTLP over HTTP to this machine,
 * as the service {@code reelrecs}.
 *
 * <p>Thread-safe. Has a thread of its own that sends what has been traced.
 */
public final class Tracing implements AutoCloseable {

  private static final long PATIENCE_SECONDS = 5;

  private static final Map<String, String> UNLESS_SAID =
      Map.of(
          "otel.service.name", "reelrecs",
          "otel.traces.exporter", "otlp",
          "otel.exporter.otlp.protocol", "http/protobuf",
          "otel.metrics.exporter", "none",
          "otel.logs.exporter", "none");

  private final OpenTelemetrySdk sdk;

  private Tracing(OpenTelemetrySdk sdk) {
    this.sdk = sdk;
  }

  /**
   * Starts it. {@code overrides} stand above the environment, by the names of the properties.
   *
   * @throws IllegalArgumentException if it is configured in a way that does not work, in the words
   *     of OpenTelemetry
   */
  public static Tracing start(Map<String, String> overrides) {
    try {
      return new Tracing(
          AutoConfiguredOpenTelemetrySdk.builder()
              .addPropertiesSupplier(() -> UNLESS_SAID)
              .addPropertiesCustomizer(config -> overrides)
              .disableShutdownHook()
              .build()
              .getOpenTelemetrySdk());
    } catch (ConfigurationException e) {
      throw new IllegalArgumentException(
          "tracing cannot start as OpenTelemetry is configured: " + e.getMessage(), e);
    }
  }

  /** What traces the calls of a server. */
  public CallSpans spans() {
    return new OtelSpans(
        sdk.getTracer("io.reelrecs.grpc"), sdk.getPropagators().getTextMapPropagator());
  }

  /** Sends what is left, for a few seconds at most. */
  @Override
  public void close() {
    sdk.shutdown().join(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }
}
