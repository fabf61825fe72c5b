package io.reelrecs.grpc;

/** Why a call failed, for programs; the name is the reason of the call's {@code ErrorInfo}. */
enum ErrorReason {
  /** A field that must be set is not. */
  FIELD_REQUIRED,
  /** An id that no model can hold. */
  ID_OUT_OF_RANGE,
  /** A rating that is no number, or is not on the scale of the model. */
  RATING_OUT_OF_SCALE,
  /** A movie that is rated twice. */
  DUPLICATE_MOVIE,
  /** A number of answers that is negative or above the limit. */
  N_OUT_OF_RANGE,
  /** More movie ids than the limit. */
  TOO_MANY_CANDIDATES,
  /** More ratings than the limit. */
  TOO_MANY_RATINGS,
  /** A message of more bytes than the limit. */
  MESSAGE_TOO_LARGE,
  /** Bytes that are no message of the expected type. */
  MALFORMED_MESSAGE,
  /** The model, or what stands for it, has no such answer. */
  MODEL_CANNOT,
  /** A failure that is not the caller's. */
  INTERNAL
}
