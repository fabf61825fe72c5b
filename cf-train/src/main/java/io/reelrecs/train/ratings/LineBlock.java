package io.reelrecs.train.ratings;

/** Whole lines of a file, on their way to a parser; used again for block after block. */
final class LineBlock {

  /** The lines, each ending with a line feed, and after {@link #end} whatever there is. */
  byte[] bytes = {};

  /** The length of the lines. */
  int end;

  /** Whether this is the last block and its last line had no line end. */
  boolean cut;

  /** Bytes of the file that had been read when this block was whole. */
  long bytesRead;
}
