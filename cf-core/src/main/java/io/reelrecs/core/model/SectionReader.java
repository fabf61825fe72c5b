package io.reelrecs.core.model;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * Reads the payload of one section, which comes in pieces. Whatever does not fit is a {@link
 * ModelFormatException} that names the section and the byte; a count is checked against what is
 * left of the section before anything is allocated for it.
 */
final class SectionReader {

  private static final int VARINT_BITS = 63;

  /** What a decoder puts where bytes are no UTF-8; a text may have it as well. */
  private static final char REPLACEMENT = '\uFFFD';

  private final Section section;
  private final SectionPieces pieces;
  private final ByteBuffer piece;

  private SectionReader(Section section, SectionPieces pieces) {
    this.section = section;
    this.pieces = pieces;
    piece = pieces.piece();
  }

  /** Makes something of a payload. */
  interface Decoder<T> {
    T decode(SectionReader in) throws IOException;
  }

  /** Reads a section, all of it. */
  static <T> T decode(FileChannel channel, SectionTable.Entry entry, Decoder<T> decoder)
      throws IOException {
    return decode(channel, entry, () -> {}, decoder);
  }

  /**
   * Reads a section, all of it.
   *
   * @param between is run before each piece that is read
   * @throws ModelFormatException if its checksum is wrong, or else if it is not what the decoder
   *     expects; a payload that is damaged is not blamed for what was made of it
   */
  static <T> T decode(
      FileChannel channel, SectionTable.Entry entry, Runnable between, Decoder<T> decoder)
      throws IOException {
    SectionPieces pieces = new SectionPieces(channel, entry, between);
    SectionReader in = new SectionReader(entry.section(), pieces);
    T decoded;
    try {
      decoded = decoder.decode(in);
      in.end();
    } catch (ModelFormatException e) {
      pieces.check();
      throw e;
    }
    pieces.check();
    return decoded;
  }

  ModelFormatException fault(String problem) {
    return fault(problem, null);
  }

  ModelFormatException fault(String problem, Throwable cause) {
    return new ModelFormatException(
        section.tag(), pieces.position() - piece.remaining(), problem, cause);
  }

  ModelFormatException tooShort() {
    return fault("the section ends too early");
  }

  /** The bytes that have not been read. */
  long remaining() {
    return piece.remaining() + pieces.left();
  }

  /** Checks that so many bytes can follow, before anything is allocated for them. */
  void need(long bytes) throws IOException {
    if (bytes > remaining()) {
      throw tooShort();
    }
  }

  /** The piece at hand, with at least so many bytes, fewer than a piece. */
  private ByteBuffer atHand(int bytes) throws IOException {
    if (piece.remaining() < bytes) {
      need(bytes);
      pieces.readOn();
    }
    return piece;
  }

  int getByte() throws IOException {
    return Byte.toUnsignedInt(atHand(1).get());
  }

  int getInt() throws IOException {
    return atHand(Integer.BYTES).getInt();
  }

  double getDouble() throws IOException {
    return atHand(Double.BYTES).getDouble();
  }

  int[] getInts(int count) throws IOException {
    need((long) count * Integer.BYTES);
    int[] values = new int[count];
    for (int at = 0; at < count; ) {
      int size = portion(count - at, Integer.BYTES);
      piece.asIntBuffer().get(values, at, size);
      at = after(at, size, Integer.BYTES);
    }
    return values;
  }

  double[] getDoubles(int count) throws IOException {
    need((long) count * Double.BYTES);
    double[] values = new double[count];
    for (int at = 0; at < count; ) {
      int size = portion(count - at, Double.BYTES);
      piece.asDoubleBuffer().get(values, at, size);
      at = after(at, size, Double.BYTES);
    }
    return values;
  }

  float[] getFloats(int count) throws IOException {
    need((long) count * Float.BYTES);
    float[] values = new float[count];
    for (int at = 0; at < count; ) {
      int size = portion(count - at, Float.BYTES);
      piece.asFloatBuffer().get(values, at, size);
      at = after(at, size, Float.BYTES);
    }
    return values;
  }

  /** Fills an array. */
  void getShorts(short[] values) throws IOException {
    need((long) values.length * Short.BYTES);
    for (int at = 0; at < values.length; ) {
      int size = portion(values.length - at, Short.BYTES);
      piece.asShortBuffer().get(values, at, size);
      at = after(at, size, Short.BYTES);
    }
  }

  /** Numbers of 16 bits and no sign. */
  int[] getUnsignedShorts(int count) throws IOException {
    need((long) count * Short.BYTES);
    short[] shorts = new short[count];
    getShorts(shorts);
    int[] values = new int[count];
    for (int i = 0; i < count; i++) {
      values[i] = shorts[i] & 0xFFFF;
    }
    return values;
  }

  byte[] getBytes(int count) throws IOException {
    need(count);
    byte[] values = new byte[count];
    for (int at = 0; at < count; ) {
      int size = portion(count - at, 1);
      piece.get(values, at, size);
      at += size;
    }
    return values;
  }

  /** How many numbers of those that are still wanted the piece at hand has; at least one. */
  private int portion(int wanted, int bytesEach) throws IOException {
    return Math.min(wanted, atHand(bytesEach).remaining() / bytesEach);
  }

  private int after(int at, int size, int bytesEach) {
    piece.position(piece.position() + size * bytesEach);
    return at + size;
  }

  /** Whether something that may be absent is there. */
  boolean getFlag() throws IOException {
    int flag = getByte();
    if (flag > 1) {
      throw fault("a flag that is " + flag + ", neither 0 nor 1");
    }
    return flag == 1;
  }

  long getVarint() throws IOException {
    long value = 0;
    for (int shift = 0; shift < VARINT_BITS; shift += 7) {
      int next = getByte();
      value |= (long) (next & 0x7F) << shift;
      if (next < 0x80) {
        return value;
      }
    }
    throw fault("a number has more than 63 bits");
  }

  /**
   * A number of things that each take at least {@code bytesEach} bytes of what follows.
   *
   * @throws IOException if the section is too short for that many
   */
  int getCount(int bytesEach) throws IOException {
    long count = getVarint();
    if (count > remaining() / bytesEach || count > Integer.MAX_VALUE - Long.BYTES) {
      throw fault("a count of " + count + " is more than the section can hold");
    }
    return (int) count;
  }

  String getText() throws IOException {
    byte[] bytes = getBytes(getCount(1));
    String text = new String(bytes, StandardCharsets.UTF_8);
    return text.indexOf(REPLACEMENT) < 0 ? text : strictly(bytes);
  }

  private String strictly(byte[] bytes) throws IOException {
    try {
      CharBuffer text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return text.toString();
    } catch (CharacterCodingException e) {
      throw fault("a text is not UTF-8", e);
    }
  }

  /** Checks that nothing is left over. */
  void end() throws IOException {
    if (remaining() > 0) {
      throw fault(remaining() + " bytes too many");
    }
  }

  static ByteBuffer littleEndian(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
