package io.reelrecs.grpc.metrics;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Gauge;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.model.registry.PrometheusRegistry;

/**
 * Calls by method and outcome, under the names that gRPC itself has for them (proposal A66).
 * Thread-safe.
 */
final class CallMetrics {

  /** From 50 us to the 10 s at which the known clients give up; 2 ms is the objective's bound. */
  private static final double[] SECONDS = {
    50e-6, 100e-6, 200e-6, 500e-6, 1e-3, 2e-3, 5e-3, 10e-3, 20e-3, 50e-3, 0.1, 0.2, 0.5, 1, 10
  };

  private final Counter started;
  private final Gauge open;
  private final Histogram durations;

  CallMetrics(PrometheusRegistry registry) {
    started =
        Counter.builder()
            .name("grpc_server_call_started")
            .help("Calls that have arrived.")
            .labelNames("grpc_method")
            .withoutExemplars()
            .register(registry);
    open =
        Gauge.builder()
            .name("reelrecs_calls_open")
            .help("Calls that have arrived and are not over.")
            .labelNames("grpc_method")
            .withoutExemplars()
            .register(registry);
    durations =
        Histogram.builder()
            .name("grpc_server_call_duration_seconds")
            .help("Time from a call's headers to its end, by how it ended.")
            .labelNames("grpc_method", "grpc_status")
            .classicOnly()
            .classicUpperBounds(SECONDS)
            .withoutExemplars()
            .register(registry);
  }

  MethodMetrics method(String method) {
    return new MethodMetrics(
        started.labelValues(method),
        open.labelValues(method),
        code -> durations.labelValues(method, code.name()));
  }
}
