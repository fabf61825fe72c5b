package io.reelrecs.train.ranking;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/**
 * Threads that share out numbered work, again and again. The caller's own thread is one of them;
 * the others end with {@link #close}. For one caller at a time.
 */
final class Workers implements AutoCloseable {

  private final ExecutorService others;
  private final int threads;

  /** So many threads in all, at least 1. */
  Workers(int threads) {
    if (threads < 1) {
      throw new IllegalArgumentException("threads must be >= 1, actual: " + threads);
    }
    this.threads = threads;
    others =
        threads == 1
            ? null
            : Executors.newFixedThreadPool(
                threads - 1,
                work -> {
                  Thread thread = new Thread(work, "reelrecs-linear-model");
                  thread.setDaemon(true);
                  return thread;
                });
  }

  /**
   * Works on {@code 0 .. size - 1}, each number once, in no certain order; returns when all is
   * done.
   */
  void forEach(int size, IntConsumer work) {
    AtomicInteger next = new AtomicInteger();
    Future<?>[] tasks = new Future<?>[Math.max(0, Math.min(threads, size) - 1)];
    for (int i = 0; i < tasks.length; i++) {
      tasks[i] = others.submit(() -> drain(next, size, work));
    }
    try {
      drain(next, size, work);
    } finally {
      next.set(size); // if this thread failed, the others need not go on
      await(tasks);
    }
  }

  private static void drain(AtomicInteger next, int size, IntConsumer work) {
    for (int i = next.getAndIncrement(); i < size; i = next.getAndIncrement()) {
      work.accept(i);
    }
  }

  /** Waits for all, interrupted or not: they work on the caller's arrays. */
  private static void await(Future<?>[] tasks) {
    boolean interrupted = false;
    Throwable failure = null;
    for (Future<?> task : tasks) {
      for (boolean ended = false; !ended; ) {
        try {
          task.get();
          ended = true;
        } catch (InterruptedException e) {
          interrupted = true;
        } catch (ExecutionException e) {
          failure = e.getCause();
          ended = true;
        }
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    if (failure != null) {
      throw new IllegalStateException("a worker failed", failure);
    }
  }

  @Override
  public void close() {
    if (others != null) {
      others.shutdown();
    }
  }
}
