package io.reelrecs.train;

import io.reelrecs.train.heap.HeapTooSmallException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/**
 * A guess at how many ratings a file has, by the lines in some pieces of it. It is there to refuse
 * what is far too large for the heap before the time is spent on reading it.
 */
final class RatingsGuess {

  /** Bytes of a piece; a file that is not larger than all of them is small in any case. */
  private static final int PIECE = 1 << 16;

  private static final int PIECES = 3;

  /** Lines of one file differ in length, so only so much of a guess is relied on. */
  private static final double RELIABLE = 0.75;

  private static final int GZIP_MAGIC = 0x1f8b;

  private RatingsGuess() {}

  /**
   * Refuses a file whose ratings the heap cannot possibly hold. A file that cannot be read, or only
   * once, passes: the reading will tell.
   *
   * @throws HeapTooSmallException if three quarters of the ratings that the file seems to have are
   *     too many
   */
  static void check(Path file) {
    long guess = of(file);
    if (!TrainingHeap.ofMatrix((long) (RELIABLE * guess)).fits()) {
      throw new HeapTooSmallException(TrainingHeap.ofGuess(guess));
    }
  }

  /** The guess; 0 for a small file and one that cannot be looked into. */
  static long of(Path file) {
    if (!Files.isRegularFile(file)) {
      return 0;
    }
    try (FileChannel channel = FileChannel.open(file)) {
      long size = channel.size();
      if (size <= (long) PIECES * PIECE) {
        return 0;
      }
      ByteBuffer head = piece(channel, 0);
      if ((head.getShort(0) & 0xFFFF) == GZIP_MAGIC) {
        return ofGzip(file, size);
      }
      long lines = 0;
      for (int i = 0; i < PIECES; i++) {
        lines += lines(piece(channel, (size - PIECE) / (PIECES - 1) * i).array(), PIECE);
      }
      return (long) ((double) lines / PIECES / PIECE * (double) size);
    } catch (IOException e) {
      return 0;
    }
  }

  private static ByteBuffer piece(FileChannel channel, long position) throws IOException {
    ByteBuffer piece = ByteBuffer.allocate(PIECE);
    while (piece.hasRemaining() && channel.read(piece, position + piece.position()) >= 0) {
      // reads on
    }
    return piece;
  }

  private static long ofGzip(Path file, long size) throws IOException {
    try (Counted packed = new Counted(Files.newInputStream(file));
        InputStream in = new GZIPInputStream(packed)) {
      byte[] text = in.readNBytes(PIECES * PIECE);
      return (long) ((double) lines(text, text.length) / (double) packed.bytes * (double) size);
    }
  }

  private static long lines(byte[] text, int size) {
    long lines = 0;
    for (int i = 0; i < size; i++) {
      lines += text[i] == '\n' ? 1 : 0;
    }
    return lines;
  }

  /** Counts what is read through it in pieces, which is how archives are unpacked. */
  private static final class Counted extends FilterInputStream {

    private long bytes = 1;

    Counted(InputStream in) {
      super(in);
    }

    @Override
    public int read(byte[] b, int off, int len) throws IOException {
      int read = in.read(b, off, len);
      bytes += Math.max(0, read);
      return read;
    }
  }
}
