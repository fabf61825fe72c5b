package io.reelrecs.grpc.metrics;

import io.grpc.Status;
import io.prometheus.metrics.core.datapoints.CounterDataPoint;
import io.prometheus.metrics.core.datapoints.DistributionDataPoint;
import io.prometheus.metrics.core.datapoints.GaugeDataPoint;
import io.reelrecs.grpc.telemetry.MethodMeter;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;

/**
 * The metrics of one method, each found once and kept, so that a call looks nothing up. Those of an
 * outcome begin with its first call, except for OK and INTERNAL, so that a rate sees the first
 * failure.
 */
final class MethodMetrics implements MethodMeter {

  private static final double SECONDS_PER_NANO = 1e-9;

  private final CounterDataPoint started;
  private final GaugeDataPoint open;
  private final Function<Status.Code, DistributionDataPoint> durations;

  /** By the number of the status. */
  private final AtomicReferenceArray<DistributionDataPoint> found =
      new AtomicReferenceArray<>(Status.Code.values().length);

  MethodMetrics(
      CounterDataPoint started,
      GaugeDataPoint open,
      Function<Status.Code, DistributionDataPoint> durations) {
    this.started = started;
    this.open = open;
    this.durations = durations;
    duration(Status.Code.OK);
    duration(Status.Code.INTERNAL);
  }

  @Override
  public void started() {
    started.inc();
    open.inc();
  }

  @Override
  public void ended(Status.Code outcome, long nanos) {
    open.dec();
    duration(outcome).observe(nanos * SECONDS_PER_NANO);
  }

  private DistributionDataPoint duration(Status.Code outcome) {
    DistributionDataPoint known = found.get(outcome.value());
    if (known == null) {
      known = durations.apply(outcome);
      found.set(outcome.value(), known);
    }
    return known;
  }
}
