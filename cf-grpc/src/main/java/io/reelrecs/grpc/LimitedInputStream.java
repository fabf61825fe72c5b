package io.reelrecs.grpc;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A message of unknown length that throws {@link BadRequestException} past a number of bytes. */
final class LimitedInputStream extends FilterInputStream {

  private final int maxBytes;
  private long seen;

  LimitedInputStream(InputStream in, int maxBytes) {
    super(in);
    this.maxBytes = maxBytes;
  }

  @Override
  public int read() throws IOException {
    int b = in.read();
    count(b < 0 ? 0 : 1);
    return b;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int n = in.read(buffer, offset, length);
    count(Math.max(0, n));
    return n;
  }

  @Override
  public long skip(long n) throws IOException {
    long skipped = in.skip(n);
    count(skipped);
    return skipped;
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  private void count(long bytes) {
    seen += bytes;
    if (seen > maxBytes) {
      throw MessageLimit.tooLarge(maxBytes, "more (compressed)");
    }
  }
}
