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
  /** What the raters of each movie say of it. */
  USERS("comparing users"),
  /** What the movies of each user say. */
  MOVIES("comparing movies"),
  /** What recommendations are ordered by. */
  RANKING("learning to recommend"),
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
