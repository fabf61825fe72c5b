package io.reelrecs.grpc.security;

import com.google.protobuf.Any;
import com.google.rpc.ErrorInfo;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import java.util.Map;

/**
 * Why a call is refused, for programs; the name is the reason of the call's {@code ErrorInfo}.
 * Nothing of what the caller showed is part of an answer.
 */
enum Refusal {
  /** The call shows no token, and the connection no certificate that is known. */
  CREDENTIALS_MISSING(
      Status.Code.UNAUTHENTICATED,
      "this method wants to know who calls; send the metadata 'authorization: Bearer TOKEN'"),
  /** What the call shows is no bearer token, or more than one. */
  CREDENTIALS_MALFORMED(
      Status.Code.UNAUTHENTICATED,
      "the metadata 'authorization' has to stand there once, and be 'Bearer TOKEN'"),
  /** The token is not, or no longer, among those that are valid. */
  CREDENTIALS_INVALID(
      Status.Code.UNAUTHENTICATED,
      "the token is not valid, or not anymore; ask whoever runs the server for a new one"),
  /** The caller is known, and does not have the role. */
  ROLE_MISSING(Status.Code.PERMISSION_DENIED, "");

  private static final String DOMAIN = "reelrecs";

  private final Status.Code code;
  private final String description;

  Refusal(Status.Code code, String description) {
    this.code = code;
    this.description = description;
  }

  boolean isUnauthenticated() {
    return code == Status.Code.UNAUTHENTICATED;
  }

  /** What the caller is told. */
  StatusRuntimeException status() {
    return status(description, Map.of());
  }

  /** What {@code caller} is told, who lacks {@code role} for {@code method}. */
  static StatusRuntimeException lacks(Caller caller, Role role, String method) {
    return ROLE_MISSING.status(
        caller.name() + " has not the role " + role + ", which " + method + " takes",
        Map.of("role", role.toString(), "method", method));
  }

  private StatusRuntimeException status(String message, Map<String, String> metadata) {
    ErrorInfo info =
        ErrorInfo.newBuilder().setReason(name()).setDomain(DOMAIN).putAllMetadata(metadata).build();
    return StatusProto.toStatusRuntimeException(
        com.google.rpc.Status.newBuilder()
            .setCode(code.value())
            .setMessage(message)
            .addDetails(Any.pack(info))
            .build());
  }
}
