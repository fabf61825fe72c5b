package io.reelrecs.core.model;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/**
 * Builds the payload of one section in memory: little-endian numbers, variable-length numbers of 7
 * bits a byte, UTF-8 texts with their length before them. The counterpart of {@link SectionReader}.
 */
final class SectionWriter {

  /** What an array can hold on every JVM. */
  private static final int MAX_SIZE = Integer.MAX_VALUE - 64;

  private ByteBuffer buffer = ByteBuffer.allocate(1 << 16).order(ByteOrder.LITTLE_ENDIAN);

  /** The payload, ready to be read. */
  ByteBuffer payload() {
    return buffer.duplicate().order(ByteOrder.LITTLE_ENDIAN).flip();
  }

  SectionWriter putByte(int value) throws IOException {
    room(1).put((byte) value);
    return this;
  }

  SectionWriter putInt(int value) throws IOException {
    room(Integer.BYTES).putInt(value);
    return this;
  }

  SectionWriter putFloat(float value) throws IOException {
    room(Float.BYTES).putFloat(value);
    return this;
  }

  SectionWriter putDouble(double value) throws IOException {
    room(Double.BYTES).putDouble(value);
    return this;
  }

  SectionWriter putDoubles(int count, IntToDoubleFunction values) throws IOException {
    for (int i = 0; i < count; i++) {
      putDouble(values.applyAsDouble(i));
    }
    return this;
  }

  /** The values of an array, from one of its places on. */
  SectionWriter putFloats(float[] values, int from) throws IOException {
    int bytes = Math.multiplyExact(values.length - from, Float.BYTES);
    room(bytes).asFloatBuffer().put(values, from, values.length - from);
    buffer.position(buffer.position() + bytes);
    return this;
  }

  /** A number that is not negative, in 1 to 9 bytes. */
  SectionWriter putVarint(long value) throws IOException {
    room(10);
    long rest = value;
    while (rest >= 0x80) {
      buffer.put((byte) (rest | 0x80));
      rest >>>= 7;
    }
    buffer.put((byte) rest);
    return this;
  }

  /** A number of either sign, small ones in one byte. */
  SectionWriter putSigned(int value) throws IOException {
    return putVarint(((value << 1) ^ (value >> 31)) & 0xFFFF_FFFFL);
  }

  /** A text; half a surrogate pair is refused, for it would come back as something else. */
  SectionWriter putText(String text) throws IOException {
    ByteBuffer bytes;
    try {
      bytes = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
    } catch (CharacterCodingException e) {
      throw new IOException("a text is not Unicode: \"" + text + "\"", e);
    }
    putVarint(bytes.remaining());
    room(bytes.remaining()).put(bytes);
    return this;
  }

  private ByteBuffer room(int bytes) throws IOException {
    if (buffer.remaining() < bytes) {
      long wanted = Math.max(buffer.position() + (long) bytes, 2L * buffer.capacity());
      int capacity = (int) Math.min(wanted, MAX_SIZE);
      if (capacity - buffer.position() < bytes) {
        throw new IOException("a section of the model file would exceed 2 GiB");
      }
      ByteBuffer larger =
          ByteBuffer.wrap(Arrays.copyOf(buffer.array(), capacity)).order(ByteOrder.LITTLE_ENDIAN);
      larger.position(buffer.position());
      buffer = larger;
    }
    return buffer;
  }
}
