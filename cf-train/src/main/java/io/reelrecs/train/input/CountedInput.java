package io.reelrecs.train.input;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * A stream that counts its bytes and lets its first ones be looked at.
 *
 * <p>{@link #available} is 0 only at the end of the stream (it reads, and may block): {@code
 * GZIPInputStream} asks it whether another archive member follows, and takes a 0 from a pipe for
 * the end of the data.
 */
final class CountedInput extends InputStream {

  private static final int BUFFER = 1 << 16;

  private final InputStream in;
  private final byte[] buffer = new byte[BUFFER];
  private int at;
  private int limit;
  private long count;

  CountedInput(InputStream in) {
    this.in = in;
  }

  /** Bytes taken from the file so far. */
  long count() {
    return count;
  }

  /**
   * The first {@code n} bytes of the stream, fewer if it is shorter; to be called before reading.
   */
  byte[] head(int n) throws IOException {
    while (limit < n && fill(limit)) {
      // until there are enough
    }
    return Arrays.copyOf(buffer, Math.min(n, limit));
  }

  private boolean fill(int from) throws IOException {
    int n = in.read(buffer, from, buffer.length - from);
    if (n <= 0) {
      return false;
    }
    limit = from + n;
    count += n;
    return true;
  }

  private boolean refill() throws IOException {
    at = 0;
    limit = 0;
    return fill(0);
  }

  @Override
  public int read() throws IOException {
    return at < limit || refill() ? buffer[at++] & 0xFF : -1;
  }

  @Override
  public int read(byte[] target, int off, int len) throws IOException {
    if (at == limit) {
      if (len >= buffer.length) {
        int n = in.read(target, off, len);
        count += Math.max(n, 0);
        return n;
      }
      if (!refill()) {
        return -1;
      }
    }
    int n = Math.min(len, limit - at);
    System.arraycopy(buffer, at, target, off, n);
    at += n;
    return n;
  }

  @Override
  public int available() throws IOException {
    return at < limit || refill() ? limit - at : 0;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
