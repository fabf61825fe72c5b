package io.reelrecs.train.ratings;

import io.reelrecs.train.input.SourceException;
import io.reelrecs.train.input.Text;
import java.nio.file.Path;

/**
 * What has become of a file's lines so far, in their order: the layout that the first of them
 * shows, the ratings, the malformed lines, and the number of the line that comes next.
 *
 * <p>Not thread-safe: blocks come one after the other, in file order.
 */
final class FileLines {

  private final Path file;
  private final BadRows badRows;
  private final RatingTable.Builder table = RatingTable.builder();
  private Layout layout;
  private ChunkParser parser;
  private long next = 1;

  FileLines(Path file, ReadOptions options) {
    this.file = file;
    this.badRows = new BadRows(file, options);
  }

  /** The layout of the lines, null as long as there were only blank ones. */
  Layout layout() {
    return layout;
  }

  /** The number of lines so far. */
  long count() {
    return next - 1;
  }

  /** Parses the next block. */
  void parse(LineBlock block) throws SourceException, BadDataException {
    byte[] b = block.bytes;
    int from = 0;
    if (next == 1) {
      Text.refuseBinary(b, block.end, FileRead.EXPECTED);
      from = Text.markLength(b, block.end);
    }
    while (parser == null && from < block.end) {
      from = findLayout(b, from, block.end);
    }
    if (from < block.end) {
      next = parser.parse(b, from, block.end, next, block.cut);
    }
  }

  /** Takes the ratings of the next block, which another parser has read and found well-formed. */
  void add(RatingTable.Builder ratings, long lines) {
    table.append(ratings);
    next += lines;
  }

  /** Looks at the line at {@code from}; returns where the lines begin that are still to be read. */
  private int findLayout(byte[] b, int from, int to) throws BadDataException {
    int lineFeed = FieldSplitter.find(b, from, to, (byte) '\n');
    int end = Lines.trimReturn(b, from, lineFeed);
    if (Lines.isBlank(b, from, end)) {
      next++;
      return lineFeed + 1;
    }
    layout = FormatDetector.detect(file, b, from, end, next);
    parser = new ChunkParser(layout, table, badRows);
    if (layout.format() == RatingsFormat.CSV) {
      next++;
      return lineFeed + 1;
    }
    return from;
  }

  /**
   * What came of the file, after its last block.
   *
   * @throws BadDataException if there is no rating in it
   */
  ReadResult result(boolean gzipped) throws BadDataException {
    RatingTable ratings = table.build();
    if (ratings.size() == 0) {
      throw noRatings();
    }
    return new ReadResult(
        file, ratings, layout.format(), gzipped, badRows.count(), badRows.first());
  }

  private BadDataException noRatings() {
    String found = "an empty file";
    if (badRows.count() > 0) {
      found = "only malformed lines (" + badRows.first().get(0) + ")";
    } else if (layout != null) {
      found = "only a header";
    } else if (next > 1) {
      found = "only blank lines";
    }
    return new BadDataException(
        file, 0, 0, found, "at least one rating", "Check that this is the right file.");
  }
}
