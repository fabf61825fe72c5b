package io.reelrecs.grpc.load;

import java.util.concurrent.atomic.LongAdder;

/** Counts of what became of requests; safe for any number of threads. */
final class LoadCounts {

  private final LongAdder begun = new LongAdder();
  private final LongAdder shed = new LongAdder();
  private final LongAdder abandoned = new LongAdder();

  void begun() {
    begun.increment();
  }

  void shed() {
    shed.increment();
  }

  void abandoned() {
    abandoned.increment();
  }

  LoadSnapshot snapshot(int inFlight) {
    return new LoadSnapshot(inFlight, begun.sum(), shed.sum(), abandoned.sum());
  }
}
