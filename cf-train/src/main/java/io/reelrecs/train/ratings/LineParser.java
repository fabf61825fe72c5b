package io.reelrecs.train.ratings;

import io.reelrecs.core.ids.IdIndex;
import io.reelrecs.train.input.Text;

/**
 * Parses any line of a format completely: the rules of the format are here. Not thread-safe.
 *
 * <p>Numbers may have spaces around them and, in CSV, quotes. The number of fields is the same in
 * all lines of a file.
 */
final class LineParser {

  private final Layout layout;
  private final FieldSplitter fields;

  LineParser(Layout layout) {
    this.layout = layout;
    this.fields = new FieldSplitter(layout.format());
  }

  /**
   * Parses bytes {@code from .. to - 1}, a line without its end, into {@code row}.
   *
   * @return null, or what is wrong with the line
   */
  BadRow parse(byte[] b, int from, int to, Row row) {
    fields.split(b, from, to);
    if (fields.openQuote() >= 0) {
      int at = fields.openQuote();
      String found = "a quote that is not closed: " + Text.quote(Text.decode(b, at, to));
      return new BadRow(column(b, from, at), found, "a closing quote in the same line");
    }
    if (fields.count() != layout.columns()) {
      return wrongCount(b, from, to);
    }
    long user = id(b, layout.user());
    if (user < 0) {
      return badId(b, from, layout.user(), "user", user);
    }
    long movie = id(b, layout.movie());
    if (movie < 0) {
      return badId(b, from, layout.movie(), "movie", movie);
    }
    int at = layout.rating();
    float rating = NumberParser.rating(b, fields.start(at), fields.end(at));
    if (!Float.isFinite(rating)) {
      return bad(b, from, at, "a rating: a finite number such as 4 or 3.5");
    }
    at = layout.timestamp();
    long timestamp = 0;
    if (at != Layout.NONE) {
      if (!NumberParser.isTimestamp(b, fields.start(at), fields.end(at))) {
        return bad(b, from, at, "a timestamp: a whole number of 64 bits");
      }
      timestamp = NumberParser.timestamp(b, fields.start(at), fields.end(at));
    }
    row.user = (int) user;
    row.movie = (int) movie;
    row.rating = rating;
    row.timestamp = timestamp;
    return null;
  }

  private long id(byte[] b, int field) {
    return NumberParser.id(b, fields.start(field), fields.end(field));
  }

  private BadRow wrongCount(byte[] b, int from, int to) {
    int count = fields.count();
    String found =
        count + (count == 1 ? " field" : " fields") + " in " + Text.quote(Text.decode(b, from, to));
    int column = count > layout.columns() ? column(b, from, fields.start(layout.columns())) : 0;
    return new BadRow(column, found, layout.fields());
  }

  private BadRow badId(byte[] b, int from, int field, String name, long why) {
    String expected = "a " + name + " id: a whole number from 0 to " + IdIndex.MAX_ID;
    if (why == NumberParser.TOO_LARGE) {
      expected += " (this one is too large)";
    }
    return bad(b, from, field, expected);
  }

  private BadRow bad(byte[] b, int from, int field, String expected) {
    int start = fields.start(field);
    int end = fields.end(field);
    String found = start == end ? "an empty field" : Text.quote(Text.decode(b, start, end));
    return new BadRow(column(b, from, start), found, expected);
  }

  private static int column(byte[] b, int from, int at) {
    String before = Text.decode(b, from, at);
    return before.codePointCount(0, before.length()) + 1;
  }
}
