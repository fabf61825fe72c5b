package io.reelrecs.train.parallel;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Does the same thing for many numbers on several threads, which it starts and ends itself. */
public final class Parallel {

  private Parallel() {}

  /** Work on one number. */
  public interface Work {

    /** Does it; called on any of the threads. */
    void run(int i) throws InterruptedException;
  }

  /**
   * Works on {@code 0 .. size - 1}, each number once, in no certain order.
   *
   * <p>When it returns, in whatever way, no thread of its own works any more.
   *
   * @throws InterruptedException if this thread is interrupted; the others are then stopped too. If
   *     it is interrupted already, nothing is begun
   */
  public static void forEach(int size, int threads, Work work) throws InterruptedException {
    checkInterrupted();
    if (Math.min(size, threads) <= 1) {
      for (int i = 0; i < size; i++) {
        checkInterrupted();
        work.run(i);
      }
      return;
    }
    AtomicInteger next = new AtomicInteger();
    ExecutorService pool = Executors.newFixedThreadPool(Math.min(size, threads));
    try {
      List<Future<?>> workers = new ArrayList<>();
      for (int t = 0; t < Math.min(size, threads); t++) {
        workers.add(
            pool.submit(
                () -> {
                  for (int i = next.getAndIncrement(); i < size; i = next.getAndIncrement()) {
                    checkInterrupted();
                    try {
                      work.run(i);
                    } catch (Throwable e) {
                      next.set(size); // nobody begins anything more
                      throw e;
                    }
                  }
                  return null;
                }));
      }
      for (Future<?> worker : workers) {
        await(worker);
      }
    } finally {
      pool.shutdownNow();
      awaitEnd(pool);
    }
  }

  /**
   * The same, for callers that do not let interruption pass as such.
   *
   * @param what for the message, a noun phrase: "the reading"
   * @throws CancellationException if this thread is interrupted, which it then still is
   */
  public static void forEach(int size, int threads, String what, Work work) {
    try {
      forEach(size, threads, work);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      CancellationException cancelled = new CancellationException(what + " was interrupted");
      cancelled.initCause(e);
      throw cancelled;
    }
  }

  /** The same for as many threads as there are numbers. */
  public static void forEach(int threads, String what, Work work) {
    forEach(threads, threads, what, work);
  }

  /** Waits until no thread works any more, interrupted or not: they use what is the caller's. */
  private static void awaitEnd(ExecutorService pool) {
    boolean interrupted = false;
    for (boolean ended = false; !ended; ) {
      try {
        ended = pool.awaitTermination(1, TimeUnit.MINUTES);
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static void await(Future<?> worker) throws InterruptedException {
    try {
      worker.get();
    } catch (ExecutionException e) {
      Throwable cause = e.getCause();
      if (cause instanceof RuntimeException unchecked) {
        throw unchecked;
      }
      if (cause instanceof Error error) {
        throw error;
      }
      if (cause instanceof InterruptedException) {
        throw new InterruptedException("a worker was interrupted");
      }
      throw new CancellationException("a worker failed: " + cause);
    }
  }

  private static void checkInterrupted() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException("the work was interrupted");
    }
  }
}
