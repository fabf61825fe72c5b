package io.reelrecs.train.regression;

/** Told how far the training of a regression has come. May be called from any of its threads. */
@FunctionalInterface
public interface RegressionListener {

  /** A listener that does nothing. */
  RegressionListener NONE = (done, total) -> {};

  /**
   * Some more is done; said about a hundred times.
   *
   * @param done how much so far, in a unit roughly proportional to time
   * @param total how much in all
   */
  void progress(long done, long total);
}
