package io.reelrecs.cli.loadtest;

import io.grpc.MethodDescriptor.Marshaller;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.io.IOException;
import java.io.InputStream;

/**
 * Reads of a response how many scores it has, which its first bytes say. One that is not written as
 * every server writes it, with the scores packed, counts as having {@link #NO_RESPONSE}.
 */
enum ScoreCount implements Marshaller<Integer> {
  INSTANCE;

  /** The count of what is no such response. */
  static final int NO_RESPONSE = -1;

  private static final int PACKED_SCORES = 1 << 3 | 2;
  private static final int MOST_VARINT_BITS = 35;

  @Override
  public InputStream stream(Integer count) {
    throw new UnsupportedOperationException("a client writes no responses");
  }

  @Override
  public Integer parse(InputStream response) {
    try {
      int tag = response.read();
      if (tag < 0) {
        return 0;
      }
      long length = tag == PACKED_SCORES ? varint(response) : NO_RESPONSE;
      boolean whole = length == response.available() && length % Float.BYTES == 0;
      return whole ? (int) (length / Float.BYTES) : NO_RESPONSE;
    } catch (IOException e) {
      throw new StatusRuntimeException(Status.INTERNAL.withCause(e));
    }
  }

  private static long varint(InputStream in) throws IOException {
    long value = 0;
    for (int shift = 0; shift < MOST_VARINT_BITS; shift += 7) {
      int next = in.read();
      if (next < 0) {
        return NO_RESPONSE;
      }
      value |= (long) (next & 0x7f) << shift;
      if (next < 0x80) {
        return value;
      }
    }
    return NO_RESPONSE;
  }
}
