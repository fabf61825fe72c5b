package io.reelrecs.grpc;

import java.io.IOException;

/** A server could not listen where it was told to; the message says why and what to do next. */
public final class ServerStartException extends IOException {

  private static final long serialVersionUID = 1L;

  ServerStartException(String message, Throwable cause) {
    super(message, cause);
  }
}
