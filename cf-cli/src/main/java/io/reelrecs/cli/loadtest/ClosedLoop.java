package io.reelrecs.cli.loadtest;

import io.grpc.Status;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/**
 * Keeps a fixed number of requests under way: each is followed by the next as soon as it is
 * answered, on the thread that read the answer; after a failure there is a pause of {@value
 * #PAUSE_MILLIS} ms. Finds out how much a server can do. Its latencies say little, since a slow
 * server is asked less often.
 */
final class ClosedLoop implements Loop {

  private static final long PAUSE_MILLIS = 10;

  /** How long answers may be late after their deadline. */
  private static final long GRACE_NANOS = TimeUnit.SECONDS.toNanos(10);

  private static final double NANOS = 1e9;

  private final Caller caller;
  private final LoadSettings settings;
  private final AtomicLong number = new AtomicLong();
  private final LongAdder sent = new LongAdder();
  private final AtomicLong lastSent = new AtomicLong();
  private final CountDownLatch ended;
  private long countFrom;
  private long end;

  ClosedLoop(Caller caller, LoadSettings settings) {
    this.caller = caller;
    this.settings = settings;
    ended = new CountDownLatch(settings.concurrency());
  }

  @Override
  public Sending run(Runnable onCounting) throws InterruptedException {
    long start = System.nanoTime();
    countFrom = start + settings.warmup().toNanos();
    end = countFrom + settings.duration().toNanos();
    lastSent.set(countFrom);
    ScheduledExecutorService pauses =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "reelrecs-loadtest-pause");
              thread.setDaemon(true);
              return thread;
            });
    try {
      for (int i = 0; i < settings.concurrency(); i++) {
        new Chain(pauses).next();
      }
      TimeUnit.NANOSECONDS.sleep(countFrom - System.nanoTime());
      onCounting.run();
      long patience = end - System.nanoTime() + settings.deadline().toNanos() + GRACE_NANOS;
      ended.await(patience, TimeUnit.NANOSECONDS);
    } finally {
      pauses.shutdownNow();
    }
    double seconds = (lastSent.get() - countFrom) / NANOS;
    return new Sending(sent.sum(), seconds, sent.sum(), Times.of(Tally.single()), 0);
  }

  /** Requests of which the next is sent when the one before is answered. */
  private final class Chain {

    private final ScheduledExecutorService pauses;

    /** Sends asked for. A call that fails at once asks within the one that sent it. */
    private final AtomicInteger asked = new AtomicInteger();

    Chain(ScheduledExecutorService pauses) {
      this.pauses = pauses;
    }

    void next() {
      if (asked.getAndIncrement() == 0) {
        do {
          sendOrEnd();
        } while (asked.decrementAndGet() > 0);
      }
    }

    private void sendOrEnd() {
      long now = System.nanoTime();
      if (now - end >= 0) {
        ended.countDown();
        return;
      }
      boolean counted = now - countFrom >= 0;
      caller.send(number.getAndIncrement(), now, counted, this::after);
      if (counted) {
        sent.increment();
        lastSent.accumulateAndGet(now, Math::max);
      }
    }

    private void after(Status status) {
      if (status.isOk()) {
        next();
      } else if (!pauses.isShutdown()) {
        Future<?> unused = pauses.schedule(this::next, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
      }
    }
  }
}
