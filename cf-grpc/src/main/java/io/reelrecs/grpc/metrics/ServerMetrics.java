package io.reelrecs.grpc.metrics;

import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.core.metrics.Info;
import io.prometheus.metrics.instrumentation.jvm.JvmMetrics;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.reelrecs.core.score.ScoreCache;
import io.reelrecs.grpc.MetricsSnapshot;
import io.reelrecs.grpc.security.SecuritySnapshot;
import io.reelrecs.grpc.telemetry.CallMeter;
import io.reelrecs.grpc.telemetry.MethodMeter;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import java.util.function.Supplier;

/**
 * The metrics of one server: of its calls, of the JVM, and of whatever it is given to watch. Names,
 * units and meanings stand in {@code docs/operations.md}; those of calls are gRPC's own.
 *
 * <p>Thread-safe. A call costs a look-up of its method and a few additions; what is watched costs
 * nothing until it is scraped.
 */
public final class ServerMetrics implements CallMeter {

  /** From a few candidates to the most that a request may have by default. */
  private static final double[] SIZES = {1, 10, 50, 100, 150, 200, 250, 500, 1_000, 2_500, 10_000};

  private final PrometheusRegistry registry = new PrometheusRegistry();
  private final CallMetrics calls = new CallMetrics(registry);
  private final Histogram candidates;

  /**
   * Metrics of the JVM and of no calls yet.
   *
   * @param version of the program, for {@code reelrecs_build_info}
   */
  public ServerMetrics(String version) {
    JvmMetrics.builder().register(registry);
    Info build =
        Info.builder()
            .name("reelrecs_build_info")
            .help("The version of the program.")
            .labelNames("version")
            .register(registry);
    build.setLabelValues(Objects.requireNonNull(version, "version"));
    candidates =
        Histogram.builder()
            .name("reelrecs_request_candidates")
            .help("Candidates of a scoring request that was answered.")
            .classicOnly()
            .classicUpperBounds(SIZES)
            .withoutExemplars()
            .register(registry);
  }

  @Override
  public MethodMeter method(String method) {
    return calls.method(method);
  }

  /** Takes the number of candidates of each answer. */
  public IntConsumer candidates() {
    return candidates::observe;
  }

  /** Adds what the service counts. */
  public void watchScores(Supplier<MetricsSnapshot> counts) {
    registry.register(new ScoreMetrics(counts));
  }

  /** Adds which model is served and how reloads went. */
  public void watchModel(Supplier<ModelStatus> model) {
    registry.register(new ModelMetrics(model));
  }

  /** Adds how the cache of scores does. */
  public void watchScoreCache(Supplier<ScoreCache.Snapshot> cache) {
    registry.register(new CacheMetrics(cache));
  }

  /** Adds how busy the server is. */
  public void watchLoad(Supplier<LoadStatus> load) {
    registry.register(new LoadMetrics(load));
  }

  /** Adds what has become of credentials, and who was refused. */
  public void watchSecurity(Supplier<SecuritySnapshot> security) {
    registry.register(new SecurityMetrics(security));
  }

  /** Adds whether the server is ready. */
  public void watchReadiness(BooleanSupplier ready) {
    registry.register(
        () ->
            Family.gauge(
                "reelrecs_ready", "1 if ready, else 0.", Family.flag(ready.getAsBoolean())));
  }

  /** All of them, to be scraped. */
  public PrometheusRegistry registry() {
    return registry;
  }
}
