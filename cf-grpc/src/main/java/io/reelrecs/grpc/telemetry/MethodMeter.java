package io.reelrecs.grpc.telemetry;

import io.grpc.Status;

/** Counts and times the calls of one method. Called on the request's way: to be cheap. */
public interface MethodMeter {

  /** Counts nothing. */
  MethodMeter NONE =
      new MethodMeter() {
        @Override
        public void started() {}

        @Override
        public void ended(Status.Code outcome, long nanos) {}
      };

  /** A call has arrived. */
  void started();

  /**
   * A call is over; follows one {@link #started}.
   *
   * @param outcome how it ended
   * @param nanos from when its headers had arrived to when its end was handed to the transport
   */
  void ended(Status.Code outcome, long nanos);
}
