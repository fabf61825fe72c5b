package io.reelrecs.train.evaluate.split;

/** Which test ratings count as hits when movies are ranked. */
public enum Relevance {
  /** Those that are at least as high as the evaluation asks for. */
  HIGH_RATINGS,
  /** All: a movie that the user chose to rate is a hit, whatever the stars. */
  ANY_RATING
}
