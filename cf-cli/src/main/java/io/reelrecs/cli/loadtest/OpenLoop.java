package io.reelrecs.cli.loadtest;

import io.grpc.Status;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.HdrHistogram.Histogram;

/**
 * Sends requests when they are due, whether or not earlier ones were answered, on the calling
 * thread. It sleeps in between, and then sends all that have become due: a sleeping thread wakes up
 * some 50 us late, which counts as part of the latency, but burns no core that the server needs.
 *
 * <p>Requests are not sent when too many are under way. They stay due, so what they waited counts
 * too. Those that are still unsent one deadline after the last was due are given up.
 */
final class OpenLoop implements Loop {

  /** From the call to when the first request is due. */
  private static final long LEAD_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

  /** How long answers may be late after their deadline. */
  private static final Duration GRACE = Duration.ofSeconds(10);

  private static final double NANOS = 1e9;

  private final Caller caller;
  private final LoadSettings settings;
  private final Schedule schedule;
  private final Duration grace;
  private final Semaphore free;
  private final Consumer<Status> after;
  private final Histogram lag = Tally.single();

  private long due;
  private long sent;
  private long waited;
  private long lastSent;

  OpenLoop(Caller caller, LoadSettings settings) {
    this(caller, settings, GRACE);
  }

  OpenLoop(Caller caller, LoadSettings settings, Duration grace) {
    this.grace = grace;
    this.caller = caller;
    this.settings = settings;
    schedule = new Schedule(settings.pace(), settings.seed());
    free = new Semaphore(settings.concurrency());
    after = status -> free.release();
  }

  @Override
  public Sending run(Runnable onCounting) throws InterruptedException {
    long warmup = settings.warmup().toNanos();
    long end = warmup + settings.duration().toNanos();
    long start = System.nanoTime() + LEAD_NANOS;
    long giveUp = start + end + settings.deadline().toNanos();
    lastSent = start + warmup;
    boolean counting = false;
    long number = 0;
    for (long at = schedule.next(); at < end; at = schedule.next()) {
      if (!counting && at >= warmup) {
        counting = true;
        onCounting.run();
      }
      sleepUntil(start + at);
      boolean wait = !free.tryAcquire();
      boolean taken = !wait || free.tryAcquire(giveUp - System.nanoTime(), TimeUnit.NANOSECONDS);
      due += counting ? 1 : 0;
      waited += counting && wait ? 1 : 0;
      if (taken) {
        long now = caller.send(number++, start + at, counting, after);
        count(counting, now, start + at);
      }
    }
    if (!counting) {
      onCounting.run(); // so low a rate that nothing was due
    }
    free.tryAcquire(
        settings.concurrency(), settings.deadline().plus(grace).toNanos(), TimeUnit.NANOSECONDS);
    double seconds = Math.max(settings.duration().toNanos(), lastSent - start - warmup) / NANOS;
    return new Sending(due, seconds, sent, Times.of(lag), waited);
  }

  private void count(boolean counting, long now, long dueAt) {
    if (counting) {
      sent++;
      lastSent = now;
      Tally.add(lag, now - dueAt);
    }
  }

  private static void sleepUntil(long time) throws InterruptedException {
    for (long left = time - System.nanoTime(); left > 0; left = time - System.nanoTime()) {
      LockSupport.parkNanos(left);
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
    }
  }
}
