package io.reelrecs.train.ratings;

/**
 * Parses chunks of whole lines into a table.
 *
 * <p>A chunk needs nothing of the chunks before it but the number of its first line, so several
 * parsers, each with a table of its own, may share a file. One parser is not thread-safe.
 */
final class ChunkParser {

  private final FastLine fast;
  private final LineParser complete;
  private final RatingTable.Builder table;
  private final BadRows badRows;
  private final Row row = new Row();

  ChunkParser(Layout layout, RatingTable.Builder table, BadRows badRows) {
    this.fast = layout.isPlain() ? new FastLine(layout) : null;
    this.complete = new LineParser(layout);
    this.table = table;
    this.badRows = badRows;
  }

  /**
   * Parses bytes {@code from .. to - 1}, of which the last one is a line feed.
   *
   * @param firstLine 1-based number of the line at {@code from}
   * @param cut whether the last line is the file's last and had no line end of its own
   * @return the number of the line after the chunk
   * @throws BadDataException if a line is malformed and {@link BadRows} says that it is one too
   *     many
   */
  long parse(byte[] b, int from, int to, long firstLine, boolean cut) throws BadDataException {
    long line = firstLine;
    for (int p = from; p < to; line++) {
      int next = fast == null ? FastLine.NOT_PLAIN : fast.parse(b, p, row);
      if (next == FastLine.NOT_PLAIN) {
        next = FieldSplitter.find(b, p, to, (byte) '\n') + 1;
        if (!parseCompletely(b, p, next - 1, line, cut && next == to)) {
          p = next;
          continue;
        }
      }
      table.append(row.user, row.movie, row.rating, row.timestamp);
      p = next;
    }
    return line;
  }

  /** Whether there is a row; there is none in blank and malformed lines. */
  private boolean parseCompletely(byte[] b, int from, int lineFeed, long line, boolean cut)
      throws BadDataException {
    int end = Lines.trimReturn(b, from, lineFeed);
    if (Lines.isBlank(b, from, end)) {
      return false;
    }
    BadRow bad = complete.parse(b, from, end, row);
    if (bad != null) {
      badRows.add(line, bad, cut);
    }
    return bad == null;
  }
}
