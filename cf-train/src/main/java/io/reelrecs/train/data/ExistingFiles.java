package io.reelrecs.train.data;

/** What to do with files that are in the way of those to be written. */
public enum ExistingFiles {
  /** Leave them as they are and fail with a message that names them; the safe choice. */
  REFUSE,
  /** Replace them, once everything that replaces them is complete. */
  REPLACE
}
