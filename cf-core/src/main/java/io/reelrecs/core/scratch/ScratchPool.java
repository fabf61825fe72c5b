package io.reelrecs.core.scratch;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.function.Supplier;

/**
 * A bounded store of working memory. However many threads come and go, no more than a fixed number
 * of pieces is kept; a caller that finds none makes a new one.
 *
 * <p>Thread-safe, and never waits.
 *
 * @param <T> a piece of working memory, handed back clean
 */
public final class ScratchPool<T> {

  private final ArrayBlockingQueue<T> idle;
  private final Supplier<T> maker;

  /** A pool that keeps as many pieces as the machine has cores, and makes them when asked. */
  public ScratchPool(Supplier<T> maker) {
    this.maker = maker;
    idle = new ArrayBlockingQueue<>(Runtime.getRuntime().availableProcessors());
  }

  /** A piece for the caller's own use until {@link #giveBack}. */
  public T take() {
    T piece = idle.poll();
    return piece != null ? piece : maker.get();
  }

  /** Takes a piece back. One that an exception left unclean must not be given back. */
  public void giveBack(T piece) {
    if (!idle.offer(piece)) {
      return; // enough are kept already
    }
  }
}
