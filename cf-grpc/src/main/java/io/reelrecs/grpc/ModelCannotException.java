package io.reelrecs.grpc;

/** The served model has no answer of the kind that was asked for. */
final class ModelCannotException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String version;

  ModelCannotException(String version, String reason) {
    super(reason, null, false, false);
    this.version = version;
  }

  /** The version of that model. */
  String version() {
    return version;
  }
}
