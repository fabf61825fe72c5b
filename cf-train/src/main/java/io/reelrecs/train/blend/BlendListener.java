package io.reelrecs.train.blend;

/** Told how the work on a blend comes along, from any of its threads. */
public interface BlendListener {

  /** Tells nobody. */
  BlendListener NONE = (step, done) -> {};

  /** The parts of the work, in their order; the first two come twice where weights are learned. */
  enum Step {
    /** A model is trained. */
    TRAINING,
    /** Requests are made and scored. */
    ASKING,
    /** Weights are tried. */
    LEARNING
  }

  /**
   * A step has come so far.
   *
   * @param done the share done, in {@code [0, 1]}
   */
  void progress(Step step, double done);
}
