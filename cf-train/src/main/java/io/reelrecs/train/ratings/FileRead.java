package io.reelrecs.train.ratings;

import io.reelrecs.train.input.ByteSource;
import io.reelrecs.train.input.Opener;
import io.reelrecs.train.input.SourceException;
import io.reelrecs.train.input.Text;
import java.nio.file.Path;

/** The reading of one file, from its first block to its last. Used once, by one thread. */
final class FileRead {

  /** Large enough for the system calls not to matter, small enough to stay in a cache. */
  static final int BLOCK_SIZE = 1 << 20;

  private static final String EXPECTED = "a ratings file";

  private final Path file;
  private final ReadListener listener;
  private final BadRows badRows;
  private final RatingTable.Builder table = RatingTable.builder();
  private Layout layout;
  private ChunkParser parser;

  /** The number of the line that comes next. */
  private long line = 1;

  FileRead(Path file, ReadOptions options, ReadListener listener) {
    this.file = file;
    this.listener = listener;
    this.badRows = new BadRows(file, options);
  }

  ReadResult read(Opener opener, int blockSize) throws BadDataException {
    LineBlocks blocks = null;
    try (ByteSource source = ByteSource.open(file, EXPECTED, opener)) {
      blocks = new LineBlocks(source, blockSize);
      while (blocks.next()) {
        parse(blocks);
        listener.progress(source.bytesRead(), source.totalBytes());
      }
      return result(source.gzipped());
    } catch (SourceException e) {
      throw explain(e, blocks == null ? 0 : line - 1 + blocks.linesLeft());
    }
  }

  private void parse(LineBlocks blocks) throws SourceException, BadDataException {
    byte[] b = blocks.bytes();
    int from = 0;
    if (line == 1) {
      Text.refuseBinary(b, blocks.end(), EXPECTED);
      from = Text.markLength(b, blocks.end());
    }
    while (parser == null && from < blocks.end()) {
      from = findLayout(b, from, blocks.end());
    }
    if (from < blocks.end()) {
      line = parser.parse(b, from, blocks.end(), line, blocks.cut());
    }
  }

  /** Looks at the line at {@code from}; returns where the lines begin that are still to be read. */
  private int findLayout(byte[] b, int from, int to) throws BadDataException {
    int lineFeed = FieldSplitter.find(b, from, to, (byte) '\n');
    int end = Lines.trimReturn(b, from, lineFeed);
    if (Lines.isBlank(b, from, end)) {
      line++;
      return lineFeed + 1;
    }
    layout = FormatDetector.detect(file, b, from, end, line);
    parser = new ChunkParser(layout, table, badRows);
    if (layout.format() == RatingsFormat.CSV) {
      line++;
      return lineFeed + 1;
    }
    return from;
  }

  private ReadResult result(boolean gzipped) throws BadDataException {
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
    } else if (line > 1) {
      found = "only blank lines";
    }
    return new BadDataException(
        file, 0, 0, found, "at least one rating", "Check that this is the right file.");
  }

  private BadDataException explain(SourceException e, long lines) {
    String found = e.found() + (lines > 0 ? ", after " + lines + " lines" : "");
    return new BadDataException(file, 0, 0, found, e.expected(), e.advice(), e);
  }
}
