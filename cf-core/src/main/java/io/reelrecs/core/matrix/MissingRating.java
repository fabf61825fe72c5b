package io.reelrecs.core.matrix;

/** What a rating that does not exist counts as when the rows of two users are compared. */
public enum MissingRating {
  /** A missing rating is 0: rows are raw ratings. This is the reference. */
  ZERO,
  /** A missing rating is the user's mean: rows are ratings less the mean of the user's own. */
  USER_MEAN
}
