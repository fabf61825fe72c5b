package io.reelrecs.grpc.telemetry;

import io.grpc.ServerBuilder;
import java.util.Objects;
import java.util.function.IntConsumer;

/**
 * What a server tells of its requests. Take {@link #none()}, the default of a server, or say to a
 * {@link #builder()} what is wanted besides ids and a line for each failed request.
 *
 * <p>Thread-safe. A request costs one small object for each of its tracer, its id and its answer,
 * two readings of the clock, and what the meter and the spans cost.
 */
public final class Telemetry {

  private static final Telemetry NONE = new Telemetry(null, size -> {});

  private final CallTracers tracers;
  private final IntConsumer candidates;

  private Telemetry(CallTracers tracers, IntConsumer candidates) {
    this.tracers = tracers;
    this.candidates = candidates;
  }

  /** Nothing, not even ids, at no cost. */
  public static Telemetry none() {
    return NONE;
  }

  /** A builder of one that gives requests their ids and logs those that fail. */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Has a server tell. To be called after all other interceptors were added, so that a refusal of
   * theirs carries its id as well.
   */
  public void install(ServerBuilder<?> server) {
    if (tracers != null) {
      server.addStreamTracerFactory(tracers).intercept(new IdReply());
    }
  }

  /** To be told of each answer how many candidates it scored. */
  public IntConsumer candidates() {
    return candidates;
  }

  /** Collects what is wanted; not thread-safe. */
  public static final class Builder {

    private CallMeter meter = CallMeter.none();
    private IntConsumer candidates = size -> {};
    private CallSpans spans;
    private boolean accessLog;

    private Builder() {}

    /** Counts and times calls; by default nothing does. */
    public Builder meter(CallMeter meter) {
      this.meter = Objects.requireNonNull(meter, "meter");
      return this;
    }

    /** Is told of each answer how many candidates it scored; by default nobody is. */
    public Builder candidates(IntConsumer candidates) {
      this.candidates = Objects.requireNonNull(candidates, "candidates");
      return this;
    }

    /** Traces calls; by default nothing does. */
    public Builder spans(CallSpans spans) {
      this.spans = Objects.requireNonNull(spans, "spans");
      return this;
    }

    /** Whether every request gets a line in the log, not only the failed ones; off by default. */
    public Builder accessLog(boolean accessLog) {
      this.accessLog = accessLog;
      return this;
    }

    /** What was asked for. */
    public Telemetry build() {
      LineBudget budget = new LineBudget(CallLog.LINES_A_SECOND, System::nanoTime);
      return new Telemetry(
          new CallTracers(meter, spans, new CallLog(accessLog, budget)), candidates);
    }
  }
}
