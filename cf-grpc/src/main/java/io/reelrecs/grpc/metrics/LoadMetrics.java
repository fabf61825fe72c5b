package io.reelrecs.grpc.metrics;

import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.function.Supplier;

/** How busy a server is and what it did not take on. */
record LoadMetrics(Supplier<LoadStatus> load) implements MultiCollector {

  @Override
  public MetricSnapshots collect() {
    LoadStatus now = load.get();
    return MetricSnapshots.of(
        Family.gauge(
            "reelrecs_requests_in_flight",
            "Requests queued or worked on.",
            (double) now.inFlight()),
        Family.counter(
            "reelrecs_requests_shed",
            "Requests refused because there was too much to do.",
            now.shed()),
        Family.counter(
            "reelrecs_requests_abandoned",
            "Requests not begun or not finished because their client had given up.",
            now.abandoned()));
  }
}
