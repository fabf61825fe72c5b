package io.reelrecs.train;

import io.reelrecs.train.heap.HeapNeed;

/**
 * Told how a training comes along. Calls come in the order of {@link TrainingStep}, but {@link
 * #progress} may come from any of the training's threads.
 */
public interface TrainingListener {

  /** A listener that does nothing. */
  TrainingListener NONE = new TrainingListener() {};

  /** A step begins. */
  default void started(TrainingStep step) {}

  /** The matrix is there, and with it what the training is going to need; it fits. */
  default void estimated(HeapNeed heap) {}

  /**
   * Some more of a step is done. Not every step says so.
   *
   * @param done how much, in a unit of the step's own
   * @param total how much there is
   */
  default void progress(TrainingStep step, long done, long total) {}

  /** A step has ended well. */
  default void ended(TrainingStep step, double seconds) {}
}
