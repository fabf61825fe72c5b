package io.reelrecs.core.matrix;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.IntConsumer;

/**
 * Rows in parts, one after the other, with about as many entries in each: one part for each thread.
 * Immutable and thread-safe.
 */
final class Parts {

  private final int[] bounds;

  private Parts(int[] bounds) {
    this.bounds = bounds;
  }

  /** So many parts of rows with these starts; some may be empty. */
  static Parts of(int[] rowStart, int count) {
    int rows = rowStart.length - 1;
    long size = rowStart[rows];
    int[] bounds = new int[count + 1];
    for (int part = 1; part < count; part++) {
      int at = Arrays.binarySearch(rowStart, (int) (size * part / count));
      bounds[part] = Math.min(rows, Math.max(bounds[part - 1], at < 0 ? -at - 1 : at));
    }
    bounds[count] = rows;
    return new Parts(bounds);
  }

  /** Their number. */
  int count() {
    return bounds.length - 1;
  }

  /** The first row of a part. */
  int from(int part) {
    return bounds[part];
  }

  /** The row after a part. */
  int to(int part) {
    return bounds[part + 1];
  }

  /**
   * Works on all parts at once: on the first with this thread, on the others with threads that have
   * ended when it returns. Of several failures that of the first part is thrown.
   */
  void forEach(IntConsumer work) {
    List<FutureTask<Void>> tasks = new ArrayList<>();
    for (int part = 0; part < count(); part++) {
      int number = part;
      tasks.add(new FutureTask<>(() -> work.accept(number), null));
    }
    for (FutureTask<Void> task : tasks.subList(1, count())) {
      Thread thread = new Thread(task, "reelrecs-matrix");
      thread.setDaemon(true);
      thread.start();
    }
    tasks.get(0).run();
    await(tasks);
  }

  /** Waits for all, interrupted or not: they work on the caller's arrays. */
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
          failure = failure == null ? e.getCause() : failure;
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
  }
}
