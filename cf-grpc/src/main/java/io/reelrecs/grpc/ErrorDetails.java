package io.reelrecs.grpc;

import com.google.protobuf.Any;
import com.google.protobuf.Message;
import com.google.rpc.BadRequest;
import com.google.rpc.ErrorInfo;
import com.google.rpc.ResourceInfo;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import java.util.List;

/** The details of errors, for programs: messages of {@code google.rpc} beside a status. */
final class ErrorDetails {

  /** Who gives the reasons of {@link ErrorReason}. */
  static final String DOMAIN = "reelrecs";

  /** What {@link ResourceInfo} calls a model. */
  static final String MODEL_TYPE = "reelrecs.v1.Model";

  private ErrorDetails() {}

  static ErrorInfo info(ErrorReason reason) {
    return ErrorInfo.newBuilder().setReason(reason.name()).setDomain(DOMAIN).build();
  }

  /** Of a request that its caller has to change: the first reason, and every field's own. */
  static List<Message> of(List<FieldProblem> problems) {
    BadRequest.Builder bad = BadRequest.newBuilder();
    for (FieldProblem problem : problems) {
      bad.addFieldViolationsBuilder()
          .setField(problem.field())
          .setReason(problem.reason().name())
          .setDescription(problem.description());
    }
    return List.of(info(problems.get(0).reason()), bad.build());
  }

  /** Of a question that the model has no answer for. */
  static List<Message> of(ModelCannotException cannot) {
    ResourceInfo model =
        ResourceInfo.newBuilder()
            .setResourceType(MODEL_TYPE)
            .setResourceName(cannot.version())
            .setDescription(cannot.getMessage())
            .build();
    return List.of(info(ErrorReason.MODEL_CANNOT), model);
  }

  /** The status with its details in the trailers. */
  static StatusRuntimeException attach(Status status, String description, List<Message> details) {
    com.google.rpc.Status.Builder full =
        com.google.rpc.Status.newBuilder()
            .setCode(status.getCode().value())
            .setMessage(description);
    details.forEach(detail -> full.addDetails(Any.pack(detail)));
    return StatusProto.toStatusRuntimeException(full.build());
  }
}
