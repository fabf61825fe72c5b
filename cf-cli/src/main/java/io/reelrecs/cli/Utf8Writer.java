package io.reelrecs.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;

/**
 * A buffered writer of UTF-8 without locks. Bulk output is made of millions of tiny writes of
 * ASCII, which cost the JDK's own writers two locks and two copies each. Half of a surrogate pair
 * on its own becomes {@code ?}. Not thread-safe.
 */
final class Utf8Writer extends Writer {

  private static final int BUFFER_BYTES = 1 << 16;
  private static final int MAX_BYTES_PER_CHAR = 4;

  private final OutputStream out;
  private final byte[] buffer = new byte[BUFFER_BYTES];
  private int size;
  private char highSurrogate;

  Utf8Writer(OutputStream out) {
    this.out = out;
  }

  @Override
  public void write(int c) throws IOException {
    put((char) c);
  }

  @Override
  public void write(String text, int offset, int length) throws IOException {
    for (int i = offset; i < offset + length; i++) {
      put(text.charAt(i));
    }
  }

  @Override
  public void write(char[] chars, int offset, int length) throws IOException {
    for (int i = offset; i < offset + length; i++) {
      put(chars[i]);
    }
  }

  private void put(char c) throws IOException {
    if (size > BUFFER_BYTES - 2 * MAX_BYTES_PER_CHAR) {
      drain();
    }
    if (c < 0x80 && highSurrogate == 0) {
      buffer[size++] = (byte) c;
    } else {
      putOther(c);
    }
  }

  private void putOther(char c) {
    if (highSurrogate != 0) {
      char high = highSurrogate;
      highSurrogate = 0;
      if (Character.isLowSurrogate(c)) {
        encode(Character.toCodePoint(high, c));
        return;
      }
      buffer[size++] = '?';
    }
    if (Character.isHighSurrogate(c)) {
      highSurrogate = c;
    } else {
      encode(Character.isLowSurrogate(c) ? '?' : c);
    }
  }

  private void encode(int codePoint) {
    if (codePoint < 0x80) {
      buffer[size++] = (byte) codePoint;
    } else if (codePoint < 0x800) {
      buffer[size++] = (byte) (0xC0 | (codePoint >> 6));
      tail(codePoint);
    } else if (codePoint < 0x10000) {
      buffer[size++] = (byte) (0xE0 | (codePoint >> 12));
      tail(codePoint >> 6);
      tail(codePoint);
    } else {
      buffer[size++] = (byte) (0xF0 | (codePoint >> 18));
      tail(codePoint >> 12);
      tail(codePoint >> 6);
      tail(codePoint);
    }
  }

  private void tail(int bits) {
    buffer[size++] = (byte) (0x80 | (bits & 0x3F));
  }

  private void drain() throws IOException {
    int count = size;
    size = 0;
    out.write(buffer, 0, count);
  }

  /** Hands everything to the stream below, and flushes that. */
  @Override
  public void flush() throws IOException {
    if (highSurrogate != 0) {
      highSurrogate = 0;
      buffer[size++] = '?';
    }
    drain();
    out.flush();
  }

  /** Flushes; the stream below stays open, since it is not ours. */
  @Override
  public void close() throws IOException {
    flush();
  }
}
