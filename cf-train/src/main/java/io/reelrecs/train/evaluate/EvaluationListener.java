package io.reelrecs.train.evaluate;

/** Told how an evaluation comes along; one call at a time, from any of its threads. */
public interface EvaluationListener {

  /** A listener that does nothing. */
  EvaluationListener NONE = new EvaluationListener() {};

  /**
   * An evaluation begins.
   *
   * @param runs how many runs it has: contenders times splits
   * @param atOnce how many of them go on at once, as threads and memory allow
   */
  default void started(int runs, int atOnce) {}

  /** A contender began to train or to answer, has answered more, or is done. */
  default void progress(EvaluationProgress progress) {}
}
