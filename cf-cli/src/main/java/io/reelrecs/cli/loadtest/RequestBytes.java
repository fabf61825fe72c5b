package io.reelrecs.cli.loadtest;

import io.grpc.Drainable;
import io.grpc.KnownLength;
import io.grpc.MethodDescriptor.Marshaller;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Sends requests that are bytes already; the transport copies them once. */
enum RequestBytes implements Marshaller<byte[]> {
  INSTANCE;

  @Override
  public InputStream stream(byte[] request) {
    return new Message(request);
  }

  @Override
  public byte[] parse(InputStream stream) {
    throw new UnsupportedOperationException("a client reads no requests");
  }

  private static final class Message extends ByteArrayInputStream
      implements Drainable, KnownLength {

    Message(byte[] bytes) {
      super(bytes);
    }

    @Override
    public int drainTo(OutputStream target) throws IOException {
      int length = count - pos;
      target.write(buf, pos, length);
      pos = count;
      return length;
    }
  }
}
