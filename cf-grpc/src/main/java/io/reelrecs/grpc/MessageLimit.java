package io.reelrecs.grpc;

import io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import io.grpc.KnownLength;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * Refuses a message above a number of bytes, counted after decompression, with {@link
 * BadRequestException} and before it is parsed. Needs the service's messages as {@link
 * RawMessages}.
 *
 * <p>The transport has a limit of its own, but its status is RESOURCE_EXHAUSTED, which clients take
 * for an overloaded server and retry; so that limit is set higher and only guards the memory.
 *
 * <p>Thread-safe; free for a message that is not compressed, whose length is known.
 */
final class MessageLimit implements ServerInterceptor {

  private final int maxBytes;

  MessageLimit(int maxBytes) {
    this.maxBytes = maxBytes;
  }

  @Override
  public <Q, R> ServerCall.Listener<Q> interceptCall(
      ServerCall<Q, R> call, Metadata headers, ServerCallHandler<Q, R> next) {
    return new SimpleForwardingServerCallListener<>(next.startCall(call, headers)) {
      @Override
      @SuppressWarnings("unchecked") // Q is InputStream, see RawMessages
      public void onMessage(Q message) {
        super.onMessage((Q) limited((InputStream) message));
      }
    };
  }

  private InputStream limited(InputStream message) {
    if (!(message instanceof KnownLength)) {
      return new LimitedInputStream(message, maxBytes);
    }
    try {
      int bytes = message.available();
      if (bytes > maxBytes) {
        throw tooLarge(maxBytes, Integer.toString(bytes));
      }
      return message;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static BadRequestException tooLarge(int maxBytes, String actual) {
    String description =
        "a request message must have at most " + maxBytes + " bytes, actual: " + actual;
    return new BadRequestException(
        new FieldProblem("", ErrorReason.MESSAGE_TOO_LARGE, description));
  }
}
