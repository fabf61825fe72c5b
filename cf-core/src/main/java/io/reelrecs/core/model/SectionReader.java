package io.reelrecs.core.model;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * Reads the payload of one section. Whatever does not fit is a {@link ModelFormatException} that
 * names the section and the byte; a count is checked against what is left of the section before
 * anything is allocated for it.
 */
final class SectionReader {

  private static final int VARINT_BITS = 63;

  private final String section;
  private final long offset;
  private final ByteBuffer payload;

  /**
   * A reader of a payload.
   *
   * @param section name for messages
   * @param offset the payload's first byte in the file
   * @param payload little-endian
   */
  SectionReader(String section, long offset, ByteBuffer payload) {
    this.section = section;
    this.offset = offset;
    this.payload = payload;
  }

  ModelFormatException fault(String problem) {
    return new ModelFormatException(section, offset + payload.position(), problem);
  }

  ModelFormatException fault(String problem, Throwable cause) {
    return new ModelFormatException(section, offset + payload.position(), problem, cause);
  }

  int getByte() throws ModelFormatException {
    need(1);
    return Byte.toUnsignedInt(payload.get());
  }

  int getInt() throws ModelFormatException {
    need(Integer.BYTES);
    return payload.getInt();
  }

  float getFloat() throws ModelFormatException {
    need(Float.BYTES);
    return payload.getFloat();
  }

  double getDouble() throws ModelFormatException {
    need(Double.BYTES);
    return payload.getDouble();
  }

  double[] getDoubles(int count) throws ModelFormatException {
    need((long) count * Double.BYTES);
    double[] values = new double[count];
    payload.asDoubleBuffer().get(values);
    payload.position(payload.position() + count * Double.BYTES);
    return values;
  }

  float[] getFloats(int count) throws ModelFormatException {
    float[] values = new float[count];
    getFloats(values, 0);
    return values;
  }

  /** Fills an array from one of its places on. */
  void getFloats(float[] values, int from) throws ModelFormatException {
    int count = values.length - from;
    need((long) count * Float.BYTES);
    payload.asFloatBuffer().get(values, from, count);
    payload.position(payload.position() + count * Float.BYTES);
  }

  /** Whether something that may be absent is there. */
  boolean getFlag() throws ModelFormatException {
    int flag = getByte();
    if (flag > 1) {
      throw fault("a flag that is " + flag + ", neither 0 nor 1");
    }
    return flag == 1;
  }

  /** Checks that so many floats can follow, before anything is allocated for them. */
  void needFloats(long count) throws ModelFormatException {
    if (count > payload.remaining() / Float.BYTES) {
      throw fault("the section ends too early");
    }
  }

  long getVarint() throws ModelFormatException {
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

  int getSigned() throws ModelFormatException {
    long value = getVarint();
    if (value > 0xFFFF_FFFFL) {
      throw fault("a number has more than 32 bits");
    }
    return (int) (value >>> 1) ^ -(int) (value & 1);
  }

  /**
   * A number of things that each take at least {@code bytesEach} bytes of what follows.
   *
   * @throws ModelFormatException if the section is too short for that many
   */
  int getCount(int bytesEach) throws ModelFormatException {
    long count = getVarint();
    if (count > payload.remaining() / bytesEach) {
      throw fault("a count of " + count + " is more than the section can hold");
    }
    return (int) count;
  }

  String getText() throws ModelFormatException {
    int length = getCount(1);
    ByteBuffer bytes = payload.slice(payload.position(), length);
    try {
      CharBuffer text = StandardCharsets.UTF_8.newDecoder().decode(bytes);
      payload.position(payload.position() + length);
      return text.toString();
    } catch (CharacterCodingException e) {
      throw fault("a text is not UTF-8", e);
    }
  }

  /** Checks that nothing is left over. */
  void end() throws ModelFormatException {
    if (payload.hasRemaining()) {
      throw fault(payload.remaining() + " bytes too many");
    }
  }

  private void need(long bytes) throws ModelFormatException {
    if (payload.remaining() < bytes) {
      throw fault("the section ends too early");
    }
  }
}
