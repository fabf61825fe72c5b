package io.reelrecs.grpc;

import io.grpc.MethodDescriptor.Marshaller;
import java.io.InputStream;

/** Hands messages to interceptors as they come over the wire, not yet parsed. */
enum RawMessages implements Marshaller<InputStream> {
  INSTANCE;

  @Override
  public InputStream stream(InputStream message) {
    return message;
  }

  @Override
  public InputStream parse(InputStream stream) {
    return stream;
  }
}
