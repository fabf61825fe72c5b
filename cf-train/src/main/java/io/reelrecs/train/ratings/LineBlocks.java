package io.reelrecs.train.ratings;

import io.reelrecs.train.input.ByteSource;
import io.reelrecs.train.input.SourceException;
import java.util.Arrays;

/**
 * A file as blocks of whole lines, each ending with a line feed; one is put after a last line that
 * has none.
 *
 * <p>Memory: that of the blocks, each as large as was asked for, or as the longest line if that is
 * longer, up to {@link #MAX_LINE} bytes. Not thread-safe.
 */
final class LineBlocks {

  /** A longer line is none of a ratings file. */
  static final int MAX_LINE = 1 << 20;

  private final ByteSource source;
  private final int blockSize;

  /** The beginning of a line whose end was not in the last block. */
  private byte[] rest = {};

  /** How far the block at hand is filled, lines or not. */
  private int filled;

  /** How far it may be filled. It says how much is read at once, whatever array the block has. */
  private int limit;

  private boolean atEnd;
  private long linesLeft;

  LineBlocks(ByteSource source, int blockSize) {
    this.source = source;
    this.blockSize = blockSize;
  }

  /**
   * Fills a block with what comes next.
   *
   * @return false if there is nothing, or reading has failed before
   */
  boolean next(LineBlock block) throws SourceException {
    begin(block);
    try {
      while (!atEnd && block.end == 0) {
        if (filled == limit) {
          grow(block);
        }
        int searched = filled;
        fill(block.bytes);
        block.end = lastLineFeed(block.bytes, searched) + 1;
      }
    } catch (SourceException e) {
      linesLeft = lines(block.bytes);
      atEnd = true;
      rest = new byte[0];
      throw e;
    }
    if (atEnd && block.end < filled) {
      block.bytes[filled++] = '\n';
      block.end = filled;
      block.cut = true;
    }
    rest = Arrays.copyOfRange(block.bytes, block.end, filled);
    block.bytesRead = source.bytesRead();
    return block.end > 0;
  }

  private void begin(LineBlock block) {
    limit = Math.max(blockSize, rest.length);
    filled = 0;
    makeRoom(block);
    System.arraycopy(rest, 0, block.bytes, 0, rest.length);
    filled = rest.length;
    block.end = 0;
    block.cut = false;
  }

  private void grow(LineBlock block) throws SourceException {
    if (filled > MAX_LINE) {
      throw new SourceException(
          "a line of more than " + MAX_LINE + " bytes",
          "a ratings file",
          "Check that this is the right file.",
          null);
    }
    limit *= 2;
    makeRoom(block);
  }

  private void makeRoom(LineBlock block) {
    // One more, for the line feed after the last line.
    if (block.bytes.length < limit + 1) {
      byte[] larger = new byte[limit + 1];
      System.arraycopy(block.bytes, 0, larger, 0, filled);
      block.bytes = larger;
    }
  }

  private void fill(byte[] bytes) throws SourceException {
    while (filled < limit) {
      int n = source.read(bytes, filled, limit - filled);
      if (n < 0) {
        atEnd = true;
        return;
      }
      filled += n;
    }
  }

  private int lastLineFeed(byte[] bytes, int from) {
    int p = filled - 1;
    while (p >= from && bytes[p] != '\n') {
      p--;
    }
    return p < from ? -1 : p;
  }

  private long lines(byte[] bytes) {
    long lines = 0;
    for (int p = 0; p < filled; p++) {
      lines += bytes[p] == '\n' ? 1 : 0;
    }
    return lines;
  }

  /** Whole lines that were read but are in no block, after reading has failed. */
  long linesLeft() {
    return linesLeft;
  }
}
