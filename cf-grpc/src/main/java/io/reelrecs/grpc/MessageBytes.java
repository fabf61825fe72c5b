package io.reelrecs.grpc;

import io.grpc.Drainable;
import io.grpc.KnownLength;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;

/** The bytes of a message, in memory. */
final class MessageBytes extends ByteArrayInputStream implements Drainable, KnownLength {

  MessageBytes(byte[] bytes, int size) {
    super(bytes, 0, size);
  }

  @Override
  public int drainTo(OutputStream target) throws IOException {
    int left = count - pos;
    target.write(buf, pos, left);
    pos = count;
    return left;
  }
}
