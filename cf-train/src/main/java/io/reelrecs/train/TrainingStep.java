package io.reelrecs.train;

/** The steps of a training, in order. */
public enum TrainingStep {
  /** Reading the movies file. */
  CATALOG("reading movies"),
  /** Reading the ratings file. */
  READ("reading ratings"),
  /** Ids, duplicates, and the matrix by user and by movie. */
  MATRIX("building the matrix"),
  /** The bias baseline. */
  BASELINE("fitting the baseline"),
  /** The nearest users of every user. */
  NEIGHBORS("finding neighbors"),
  /** Writing the model file. */
  WRITE("writing the model");

  private final String label;

  TrainingStep(String label) {
    this.label = label;
  }

  /** What happens, for people. */
  public String label() {
    return label;
  }
}
