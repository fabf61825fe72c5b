package io.reelrecs.train.ratings;

/** What to do with a malformed line of a ratings file. */
public enum OnBadRow {
  /** Stop with a {@link BadDataException}. */
  FAIL,
  /** Leave it out and count it, up to a limit. */
  SKIP
}
