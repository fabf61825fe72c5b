package io.reelrecs.grpc;

/** A request that its caller has to change; the message is for the caller and is sent as it is. */
final class BadRequestException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  BadRequestException(String message) {
    super(message, null, false, false);
  }
}
