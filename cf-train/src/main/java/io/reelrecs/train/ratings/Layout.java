package io.reelrecs.train.ratings;

/**
 * Where a file's lines have what: found once, at its first line, and the same for all of them.
 *
 * @param format the format
 * @param columns number of fields in every line
 * @param user 0-based field of the user
 * @param movie 0-based field of the movie
 * @param rating 0-based field of the rating
 * @param timestamp 0-based field of the timestamp, or {@link #NONE}
 * @param line 1-based line that shows the number of fields, or 0 if none does
 */
record Layout(
    RatingsFormat format, int columns, int user, int movie, int rating, int timestamp, long line) {

  /** No such field. */
  static final int NONE = -1;

  /** The fields in the usual order, all of them or without a timestamp. */
  static Layout plain(RatingsFormat format, int columns, long line) {
    return new Layout(format, columns, 0, 1, 2, columns > 3 ? 3 : NONE, line);
  }

  /** Whether the fields come in the usual order with none besides. */
  boolean isPlain() {
    return user == 0
        && movie == 1
        && rating == 2
        && (columns == 3 || (columns == 4 && timestamp == 3));
  }

  /** What the lines look like, for messages. */
  String fields() {
    String names = format == RatingsFormat.CSV ? "" : ": user, movie, rating";
    if (format != RatingsFormat.CSV && timestamp != NONE) {
      names += ", timestamp";
    }
    return columns + " fields" + (line > 0 ? ", as in line " + line : "") + names;
  }
}
