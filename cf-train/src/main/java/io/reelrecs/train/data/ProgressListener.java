package io.reelrecs.train.data;

/**
 * Told how far a long job has come. Called on the thread that does the job, at least once per step
 * and a few hundred times at most per step; an exception thrown from it ends the job.
 */
@FunctionalInterface
public interface ProgressListener {

  /** Listens to nothing. */
  ProgressListener NONE = (step, done, total) -> {};

  /**
   * Tells of progress.
   *
   * @param step what is being done, for people: "ratings", "download ml-1m.zip"
   * @param done how much of it is done, in units of the step (ratings, bytes)
   * @param total how much there is to do, in the same units; -1 when not known
   */
  void progress(String step, long done, long total);
}
