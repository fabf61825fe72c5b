package io.reelrecs.train.ratings;

import io.reelrecs.train.input.ByteSource;
import io.reelrecs.train.input.SourceException;
import java.util.Arrays;

/**
 * A file as blocks of whole lines, each ending with a line feed; one is put after a last line that
 * has none.
 *
 * <p>Memory: one block, or the longest line if that is longer, up to {@link #MAX_LINE} bytes.
 */
final class LineBlocks {

  /** A longer line is none of a ratings file. */
  static final int MAX_LINE = 1 << 20;

  private final ByteSource source;
  private byte[] bytes;
  private int end;
  private int filled;
  private boolean atEnd;
  private boolean cut;

  LineBlocks(ByteSource source, int blockSize) {
    this.source = source;
    // One more, for the line feed after the last line.
    this.bytes = new byte[blockSize + 1];
  }

  /**
   * Goes to the next block.
   *
   * @return false if there is none
   */
  boolean next() throws SourceException {
    System.arraycopy(bytes, end, bytes, 0, filled - end);
    filled -= end;
    end = 0;
    while (!atEnd && end == 0) {
      if (filled == bytes.length - 1) {
        grow();
      }
      int searched = filled;
      fill();
      end = lastLineFeed(searched) + 1;
    }
    if (atEnd && end < filled) {
      bytes[filled++] = '\n';
      end = filled;
      cut = true;
    }
    return end > 0;
  }

  private void grow() throws SourceException {
    if (filled > MAX_LINE) {
      throw new SourceException(
          "a line of more than " + MAX_LINE + " bytes",
          "a ratings file",
          "Check that this is the right file.",
          null);
    }
    bytes = Arrays.copyOf(bytes, 2 * bytes.length);
  }

  private void fill() throws SourceException {
    while (filled < bytes.length - 1) {
      int n = source.read(bytes, filled, bytes.length - 1 - filled);
      if (n < 0) {
        atEnd = true;
        return;
      }
      filled += n;
    }
  }

  private int lastLineFeed(int from) {
    int p = filled - 1;
    while (p >= from && bytes[p] != '\n') {
      p--;
    }
    return p < from ? -1 : p;
  }

  /** The block's bytes are the first {@link #end} of these. */
  byte[] bytes() {
    return bytes;
  }

  /** The length of the block. */
  int end() {
    return end;
  }

  /** Whether this is the last block and its last line had no line end. */
  boolean cut() {
    return cut;
  }

  /** Whole lines that were read but are in no block, after reading has failed. */
  long linesLeft() {
    long lines = 0;
    for (int p = end; p < filled; p++) {
      lines += bytes[p] == '\n' ? 1 : 0;
    }
    return lines;
  }
}
