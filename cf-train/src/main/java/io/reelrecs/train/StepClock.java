package io.reelrecs.train;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/** Runs steps, times them, and tells the listener. */
final class StepClock {

  private static final double NANOS_PER_SECOND = 1e9;

  private final TrainingListener listener;
  private final Map<TrainingStep, Double> seconds = new EnumMap<>(TrainingStep.class);

  StepClock(TrainingListener listener) {
    this.listener = listener;
  }

  /** Work that may fail in one way. */
  interface Work<T, E extends Exception> {
    T run() throws E;
  }

  <T, E extends Exception> T time(TrainingStep step, Work<T, E> work) throws E {
    listener.started(step);
    long start = System.nanoTime();
    T result = work.run();
    double took = (System.nanoTime() - start) / NANOS_PER_SECOND;
    seconds.put(step, took);
    listener.ended(step, took);
    return result;
  }

  Map<TrainingStep, Double> seconds() {
    return Collections.unmodifiableMap(seconds);
  }
}
