package io.reelrecs.core.model;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.function.IntToDoubleFunction;

/**
 * Encodes the payload of one section: little-endian numbers, variable-length numbers of 7 bits a
 * byte, UTF-8 texts with their length before them. What is encoded goes on in pieces, so that a
 * large section takes little memory. The counterpart of {@link SectionReader}.
 */
final class SectionWriter {

  private final Sink sink;
  private final ByteBuffer buffer =
      ByteBuffer.allocate(ModelFile.PIECE_BYTES).order(ByteOrder.LITTLE_ENDIAN);

  /** Where the bytes go. */
  interface Sink {

    /** Takes all the bytes of a piece. */
    void take(ByteBuffer piece) throws IOException;
  }

  SectionWriter(Sink sink) {
    this.sink = sink;
  }

  /** Hands on what is left; to be called at the end. */
  void flush() throws IOException {
    buffer.flip();
    sink.take(buffer);
    buffer.clear();
  }

  SectionWriter putByte(int value) throws IOException {
    room(1).put((byte) value);
    return this;
  }

  SectionWriter putShort(int value) throws IOException {
    room(Short.BYTES).putShort((short) value);
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

  SectionWriter putFloats(float[] values) throws IOException {
    for (int at = 0; at < values.length; ) {
      room(Float.BYTES);
      int size = Math.min(values.length - at, buffer.remaining() / Float.BYTES);
      buffer.asFloatBuffer().put(values, at, size);
      buffer.position(buffer.position() + size * Float.BYTES);
      at += size;
    }
    return this;
  }

  SectionWriter putShorts(short[] values) throws IOException {
    for (int at = 0; at < values.length; ) {
      room(Short.BYTES);
      int size = Math.min(values.length - at, buffer.remaining() / Short.BYTES);
      buffer.asShortBuffer().put(values, at, size);
      buffer.position(buffer.position() + size * Short.BYTES);
      at += size;
    }
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

  /** A text; half a surrogate pair is refused, for it would come back as something else. */
  SectionWriter putText(String text) throws IOException {
    ByteBuffer bytes;
    try {
      bytes = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
    } catch (CharacterCodingException e) {
      throw new IOException("a text is not Unicode: \"" + text + "\"", e);
    }
    putVarint(bytes.remaining());
    while (bytes.hasRemaining()) {
      room(1);
      int size = Math.min(bytes.remaining(), buffer.remaining());
      buffer.put(bytes.slice().limit(size));
      bytes.position(bytes.position() + size);
    }
    return this;
  }

  /** The buffer, with room for some bytes, fewer than a piece. */
  private ByteBuffer room(int bytes) throws IOException {
    if (buffer.remaining() < bytes) {
      flush();
    }
    return buffer;
  }
}
