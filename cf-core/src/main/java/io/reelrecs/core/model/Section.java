package io.reelrecs.core.model;

/** The sections of a model file, in the order in which they stand. Tags are four ASCII letters. */
enum Section {
  MANIFEST("META"),
  USERS("USER"),
  MOVIES("MOVI"),
  RATINGS("RATE"),
  BASELINE("BIAS"),
  NEIGHBORS("GRAF"),
  CATALOG("CATA"),
  USER_REGRESSION("UREG"),
  MOVIE_REGRESSION("MREG"),
  MATRICES("CELL"),
  RANKING("RANK"),
  END("END.");

  private final String tag;

  Section(String tag) {
    this.tag = tag;
  }

  /** The four letters. */
  String tag() {
    return tag;
  }
}
