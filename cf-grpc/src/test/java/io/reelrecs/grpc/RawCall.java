package io.reelrecs.grpc;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.Marshaller;
import io.grpc.stub.ClientCalls;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Calls an rpc with bytes, as a client that knows nothing of this build's stubs. */
final class RawCall {

  private static final Marshaller<byte[]> BYTES =
      new Marshaller<>() {
        @Override
        public InputStream stream(byte[] value) {
          return new ByteArrayInputStream(value);
        }

        @Override
        public byte[] parse(InputStream stream) {
          try {
            return stream.readAllBytes();
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        }
      };

  static final MethodDescriptor<byte[], byte[]> METHOD =
      MethodDescriptor.newBuilder(BYTES, BYTES)
          .setType(MethodDescriptor.MethodType.UNARY)
          .setFullMethodName("recommendations.MLScorer/ScoreCandidates")
          .build();

  private RawCall() {}

  static byte[] send(Channel channel, byte[] request, CallOptions options) {
    return send(channel, "recommendations.MLScorer/ScoreCandidates", request, options);
  }

  static byte[] send(Channel channel, String rpc, byte[] request, CallOptions options) {
    MethodDescriptor<byte[], byte[]> method =
        MethodDescriptor.newBuilder(BYTES, BYTES)
            .setType(MethodDescriptor.MethodType.UNARY)
            .setFullMethodName(rpc)
            .build();
    return ClientCalls.blockingUnaryCall(channel, method, options, request);
  }
}
