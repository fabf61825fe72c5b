package io.reelrecs.train.data;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes lines of numbers and ASCII text without a string per number. Not thread-safe. */
final class LineWriter implements AutoCloseable {

  /** No single number or text is longer than this. */
  private static final int ROOM = 1024;

  private final OutputStream out;
  private final byte[] buffer = new byte[1 << 16];
  private int size;

  LineWriter(Path file) throws IOException {
    out = Files.newOutputStream(file);
  }

  /** Appends a number that is not negative. */
  LineWriter put(long number) throws IOException {
    makeRoom();
    int digits = 1;
    for (long rest = number / 10; rest > 0; rest /= 10) {
      digits++;
    }
    size += digits;
    long rest = number;
    for (int at = size - 1; digits > 0; digits--, at--) {
      buffer[at] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    return this;
  }

  /** Appends ASCII text. */
  LineWriter put(String text) throws IOException {
    makeRoom();
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(bytes, 0, buffer, size, bytes.length);
    size += bytes.length;
    return this;
  }

  /** Appends the separator of MovieLens fields. */
  LineWriter colons() {
    buffer[size++] = ':';
    buffer[size++] = ':';
    return this;
  }

  /** Ends the line, with a line feed on every system. */
  void end() {
    buffer[size++] = '\n';
  }

  @Override
  public void close() throws IOException {
    try (out) {
      out.write(buffer, 0, size);
      size = 0;
    }
  }

  /** Leaves room for one value and the separator after it. */
  private void makeRoom() throws IOException {
    if (size > buffer.length - ROOM) {
      out.write(buffer, 0, size);
      size = 0;
    }
  }
}
