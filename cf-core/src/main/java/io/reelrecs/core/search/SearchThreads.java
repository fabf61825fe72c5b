package io.reelrecs.core.search;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** Runs the same work in several threads, the caller's among them, until all have ended. */
final class SearchThreads {

  private SearchThreads() {}

  /**
   * Runs the work in so many threads. What it throws in one of them is thrown here.
   *
   * @param stop makes the work end early; called when the caller's thread has ended
   */
  static void run(int threads, Runnable work, Runnable stop) {
    List<FutureTask<Void>> tasks = new ArrayList<>();
    try {
      for (int i = 1; i < threads; i++) {
        FutureTask<Void> task = new FutureTask<>(work, null);
        Thread thread = new Thread(task, "reelrecs-search-" + i);
        thread.setDaemon(true);
        thread.start();
        tasks.add(task);
      }
      work.run();
    } finally {
      stop.run(); // if this thread failed, the others need not go on
      await(tasks);
    }
  }

  /** Waits for all, interrupted or not: they work on the caller's memory. */
  private static void await(List<FutureTask<Void>> tasks) {
    boolean interrupted = false;
    Throwable failure = null;
    for (FutureTask<Void> task : tasks) {
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
    if (failure instanceof Error error) {
      throw error;
    }
    if (failure instanceof RuntimeException unchecked) {
      throw unchecked;
    }
    if (failure != null) {
      throw new IllegalStateException("a search thread failed: " + failure, failure);
    }
  }
}
