package io.reelrecs.train.heap;

/** A training needs more heap than this JVM may use. Thrown before the work begins. */
public final class HeapTooSmallException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient HeapNeed need;

  /** A refusal of a training that needs so much. */
  public HeapTooSmallException(HeapNeed need) {
    super(need + "; start Java with " + need.option());
    this.need = need;
  }

  /** What would be needed, and what there is. */
  public HeapNeed need() {
    return need;
  }
}
