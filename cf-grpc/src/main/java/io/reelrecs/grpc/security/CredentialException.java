package io.reelrecs.grpc.security;

import java.io.IOException;

/**
 * A file of certificates, keys or callers that cannot be used. The message says which, why, and
 * what to do next; it holds nothing of the file's content.
 */
public final class CredentialException extends IOException {

  private static final long serialVersionUID = 1L;

  CredentialException(String message) {
    super(message);
  }

  CredentialException(String message, Throwable cause) {
    super(message, cause);
  }
}
