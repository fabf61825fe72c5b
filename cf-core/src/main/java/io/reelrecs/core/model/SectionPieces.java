package io.reelrecs.core.model;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.util.zip.CRC32C;

/**
 * The payload of one section, piece by piece. The checksum of a piece is taken while it is still in
 * the processor's cache.
 */
final class SectionPieces {

  /** How much is read at once: a fraction of a second-level cache. */
  static final int PIECE_BYTES = 1 << 18;

  private final FileChannel channel;
  private final SectionTable.Entry entry;
  private final Runnable between;
  private final CRC32C sum = new CRC32C();
  private final ByteBuffer piece;
  private long position;
  private long left;

  /** Of a section whose head has been read. */
  SectionPieces(FileChannel channel, SectionTable.Entry entry, Runnable between) {
    this.channel = channel;
    this.entry = entry;
    this.between = between;
    position = entry.start();
    left = entry.length();
    int size = (int) Math.min(PIECE_BYTES, Math.max(1, left));
    piece = ByteBuffer.allocateDirect(size).order(ByteOrder.LITTLE_ENDIAN).limit(0);
    sum.update(entry.head());
  }

  /** The piece at hand; at first an empty one. */
  ByteBuffer piece() {
    return piece;
  }

  /** The byte of the file behind the piece at hand. */
  long position() {
    return position;
  }

  /** The bytes of the payload behind it. */
  long left() {
    return left;
  }

  /** Reads on, as much as there is room for beside what is left of the piece at hand. */
  void readOn() throws IOException {
    between.run();
    piece.compact();
    int start = piece.position();
    piece.limit((int) Math.min(piece.capacity(), start + left));
    while (piece.hasRemaining()) {
      int read = channel.read(piece, position);
      if (read < 0) {
        throw new ModelFormatException(
            entry.section().tag(), position, "the file became shorter while it was read");
      }
      position += read;
      left -= read;
    }
    sum.update(piece.flip().duplicate().position(start));
  }

  /** Reads what is left, and refuses a payload that is not the one that was written. */
  void check() throws IOException {
    while (left > 0) {
      piece.limit(0).position(0);
      readOn();
    }
    if ((int) sum.getValue() != entry.checksum()) {
      throw new ModelFormatException(
          entry.section().tag(),
          entry.start(),
          "the checksum of the section is wrong: the file is damaged");
    }
  }
}
