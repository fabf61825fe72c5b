package io.reelrecs.train.ratings;

/** One rating, on its way from a line to the table; used again for each line. */
final class Row {
  /** External id, the low 32 bits. */
  int user;

  /** External id, the low 32 bits. */
  int movie;

  float rating;

  /** 0 for none. */
  long timestamp;
}
