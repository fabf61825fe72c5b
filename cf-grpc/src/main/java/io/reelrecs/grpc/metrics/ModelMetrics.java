package io.reelrecs.grpc.metrics;

import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.InfoSnapshot;
import io.prometheus.metrics.model.snapshots.InfoSnapshot.InfoDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.Map;
import java.util.function.Supplier;

/** Which model is served, since when, and how its replacements went. */
record ModelMetrics(Supplier<ModelStatus> model) implements MultiCollector {

  @Override
  public MetricSnapshots collect() {
    ModelStatus now = model.get();
    return MetricSnapshots.of(
        info(now),
        Family.gauge(
            "reelrecs_model_loaded_timestamp_seconds",
            "When the model began to be served, in seconds since 1970.",
            now.loadedAt().toEpochMilli() / 1e3),
        Family.gauge(
            "reelrecs_model_up_to_date",
            "1 if the model that is served is the one at its place, else 0.",
            Family.flag(now.upToDate())),
        Family.counter(
            "reelrecs_model_reloads",
            "Models that were to replace the one served, by how that ended.",
            "outcome",
            Map.of("success", now.reloads(), "failure", now.failures())));
  }

  private static MetricSnapshot info(ModelStatus now) {
    return InfoSnapshot.builder()
        .name("reelrecs_model")
        .help("The model that is served.")
        .dataPoint(
            InfoDataPointSnapshot.builder()
                .labels(Labels.of("version", now.version(), "algorithm", now.algorithm()))
                .build())
        .build();
  }
}
