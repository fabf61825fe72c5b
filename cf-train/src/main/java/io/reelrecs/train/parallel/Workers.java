package io.reelrecs.train.parallel;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Does a piece of work for each of many numbers, in their order, on several threads that each have
 * working memory of their own.
 */
public final class Workers {

  private final int threads;

  /**
   * So many threads, the caller's own among them.
   *
   * @throws IllegalArgumentException if {@code threads} is less than 1
   */
  public Workers(int threads) {
    if (threads < 1) {
      throw new IllegalArgumentException("threads must be >= 1, actual: " + threads);
    }
    this.threads = threads;
  }

  /** Work on one number, with the thread's memory. */
  public interface Work<S> {
    /** Works on one number. */
    void run(int i, S scratch);
  }

  /**
   * Works on {@code 0 .. size - 1}, each number once; the lower begin first.
   *
   * @throws InterruptedException if this thread is interrupted; the others are then stopped too
   */
  public <S> void forEach(int size, Supplier<S> memory, Work<S> work) throws InterruptedException {
    AtomicInteger next = new AtomicInteger();
    int used = Math.min(threads, size);
    Parallel.forEach(
        used,
        used,
        thread -> {
          S scratch = memory.get();
          try {
            for (int i = next.getAndIncrement(); i < size; i = next.getAndIncrement()) {
              if (Thread.interrupted()) {
                throw new InterruptedException("the training was interrupted");
              }
              work.run(i, scratch);
            }
          } catch (Throwable e) {
            next.set(size); // nobody begins anything more
            throw e;
          }
        });
  }

  /**
   * The same for work that needs no memory.
   *
   * @throws InterruptedException if this thread is interrupted; the others are then stopped too
   */
  public void forEach(int size, Work<Void> work) throws InterruptedException {
    this.<Void>forEach(size, () -> null, work);
  }
}
