package io.reelrecs.train.ratings;

import io.reelrecs.train.input.Text;
import java.nio.file.Path;
import java.util.Locale;

/**
 * The header of a CSV file: which column has what. Names are taken in any order and case, with or
 * without underscores; columns of other names are ignored.
 */
final class Header {

  private static final String EXPECTED =
      "a header with the columns userId, movieId, rating and, optionally, timestamp";

  private enum Column {
    USER("userId"),
    MOVIE("movieId"),
    RATING("rating"),
    TIMESTAMP("timestamp");

    private final String title;

    Column(String title) {
      this.title = title;
    }

    /** The column of this name, null if it is none of ours. */
    static Column of(String name) {
      return switch (name.toLowerCase(Locale.ROOT).replace("_", "")) {
        case "userid", "user" -> USER;
        case "movieid", "movie", "itemid", "item" -> MOVIE;
        case "rating" -> RATING;
        case "timestamp" -> TIMESTAMP;
        default -> null;
      };
    }
  }

  private final Path file;
  private final byte[] bytes;
  private final int from;
  private final int to;
  private final long line;
  private final FieldSplitter fields = new FieldSplitter(RatingsFormat.CSV);

  /** A header in bytes {@code from .. to - 1}, a line without its end. */
  Header(Path file, byte[] bytes, int from, int to, long line) {
    this.file = file;
    this.bytes = bytes;
    this.from = from;
    this.to = to;
    this.line = line;
  }

  /**
   * The layout of the lines under this header.
   *
   * @throws BadDataException if a column is missing or there twice, or this is no header
   */
  Layout layout() throws BadDataException {
    fields.split(bytes, from, to);
    int timestamp = find(Column.TIMESTAMP);
    return new Layout(
        RatingsFormat.CSV,
        fields.count(),
        required(Column.USER),
        required(Column.MOVIE),
        required(Column.RATING),
        timestamp,
        line);
  }

  private int required(Column column) throws BadDataException {
    int at = find(column);
    if (at >= 0) {
      return at;
    }
    if (NumberParser.isDigit(bytes[fields.start(0)])) {
      throw bad(
          "no header but ",
          "If these are ratings, put the line userId,movieId,rating,timestamp before them.");
    }
    throw bad(
        "no column " + column.title + " in ",
        "Check that this is a ratings file, or name its columns so.");
  }

  private int find(Column column) throws BadDataException {
    int found = Layout.NONE;
    for (int i = 0; i < fields.count(); i++) {
      String name = Text.decode(bytes, fields.start(i), fields.end(i));
      if (Column.of(name) == column) {
        if (found >= 0) {
          throw bad("two columns for " + column.title + " in ", "Rename one of them.");
        }
        found = i;
      }
    }
    return found;
  }

  private BadDataException bad(String found, String advice) {
    String text = Text.quote(Text.decode(bytes, from, to));
    return new BadDataException(file, line, 0, found + text, EXPECTED, advice);
  }
}
