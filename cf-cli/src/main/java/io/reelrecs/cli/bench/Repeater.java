package io.reelrecs.cli.bench;

import io.reelrecs.train.ratings.BadDataException;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.DoubleConsumer;
import java.util.function.LongSupplier;

/**
 * Times work by doing it again and again. Every time is taken on its own; nothing is averaged, and
 * nothing is thrown away but what the warm-up takes.
 *
 * <ul>
 *   <li>The first time is reported apart: it is cold.
 *   <li>{@linkplain #longWork Long work} is then repeated until the seconds are over, at least
 *       {@value #LEAST_RUNS} times. There is no warm-up: the median of many does not see it, and
 *       who can only afford a few wants to know how long they take.
 *   <li>{@linkplain #shortWork Short work}, of which the 99th percentile counts, is repeated for a
 *       quarter of the seconds to warm up and timed for the rest of them.
 * </ul>
 *
 * <p>The time of a call contains that of asking the clock once, see {@link #clockNanos}. Not
 * thread-safe.
 */
final class Repeater {

  /** So that there is a median after all where the work takes longer than the time there is. */
  static final int LEAST_RUNS = 3;

  private static final double NANOS = 1e9;
  private static final double WARM_UP = 0.25;

  /** Between two looks at the progress bar; far less than its tenth of a second. */
  private static final int CALLS_PER_UPDATE = 256;

  private static final int CLOCK_CALLS = 10_000;

  private final LongSupplier clock;
  private final long nanos;
  private final DoubleConsumer progress;

  /** Holds each result for a moment. The JIT cannot know that nobody looks. */
  private final AtomicReference<Object> result = new AtomicReference<>();

  /**
   * A repeater.
   *
   * @param clock nanoseconds since any moment
   * @param seconds how long to repeat, above 0
   * @param progress told which part of the seconds is over, 0 to 1
   */
  Repeater(LongSupplier clock, double seconds, DoubleConsumer progress) {
    this.clock = clock;
    this.nanos = Math.max(1, (long) (seconds * NANOS));
    this.progress = progress;
  }

  /** Times work of a millisecond and more. */
  Timing longWork(Work work) throws BadDataException, IOException {
    long first = time(work);
    Histogram times = new Histogram();
    long start = clock.getAsLong();
    long passed = 0;
    while (passed < nanos || times.count() < LEAST_RUNS) {
      times.add(time(work));
      passed = clock.getAsLong() - start;
      progress.accept(Math.min(1, (double) passed / nanos));
    }
    return timing(first, times);
  }

  /** Times work of microseconds. */
  Timing shortWork(Work work) throws BadDataException, IOException {
    long first = time(work);
    Histogram times = new Histogram();
    long start = clock.getAsLong();
    long warm = (long) (nanos * WARM_UP);
    long passed = 0;
    while (passed < nanos || times.count() < LEAST_RUNS) {
      // The same call in the same loop, so that what is warm is what is timed.
      boolean counts = passed >= warm;
      for (int i = 0; i < CALLS_PER_UPDATE; i++) {
        long took = time(work);
        if (counts) {
          times.add(took);
        }
      }
      passed = clock.getAsLong() - start;
      progress.accept(Math.min(1, (double) passed / nanos));
    }
    return timing(first, times);
  }

  private long time(Work work) throws BadDataException, IOException {
    long start = clock.getAsLong();
    result.setRelease(work.run());
    long took = clock.getAsLong() - start;
    result.setRelease(null); // two results at once may be more than the heap holds
    work.clear();
    return took;
  }

  private static Timing timing(long first, Histogram times) {
    return new Timing(
        first / NANOS,
        times.quantile(0.5) / NANOS,
        times.min() / NANOS,
        times.quantile(0.99) / NANOS,
        times.count());
  }

  /** What asking the clock takes, in nanoseconds: the median of many. */
  static double clockNanos(LongSupplier clock) {
    Histogram times = new Histogram();
    for (int i = 0; i < CLOCK_CALLS; i++) {
      long start = clock.getAsLong();
      times.add(clock.getAsLong() - start);
    }
    return times.quantile(0.5);
  }
}
