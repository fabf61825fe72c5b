package io.reelrecs.train.tune;

/** Told how a search comes along; one call at a time, from any of its threads. */
public interface TuningListener {

  /** A listener that does nothing. */
  TuningListener NONE = progress -> {};

  /** A rung began, or a trial is done. */
  void progress(TuningProgress progress);
}
