package io.reelrecs.cli.loadtest;

import java.util.SplittableRandom;

/** When requests are due: ascending times in nanoseconds from the start. Not thread-safe. */
final class Schedule {

  private static final double NANOS = 1e9;

  private final double gap;
  private final SplittableRandom random;
  private double next;
  private long count;

  /**
   * The times of a rate.
   *
   * @param pace one that is not {@link Pace#isMax max}
   * @param seed another one gives other times where they are drawn
   */
  Schedule(Pace pace, long seed) {
    gap = NANOS / pace.perSecond();
    random = pace.arrivals() == Pace.Arrivals.POISSON ? new SplittableRandom(seed) : null;
  }

  /** The next time. */
  long next() {
    if (random == null) {
      return (long) (count++ * gap); // a product, so that a gap's rounding does not add up
    }
    next -= Math.log(1 - random.nextDouble()) * gap;
    return (long) next;
  }
}
