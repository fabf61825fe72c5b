package io.reelrecs.grpc;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.reelrecs.grpc.load.AbandonedException;
import io.reelrecs.grpc.telemetry.CurrentRequest;
import java.lang.System.Logger.Level;
import java.util.List;

/**
 * The one place where an exception becomes a status: INVALID_ARGUMENT with the reason when the
 * caller has to change the request, UNIMPLEMENTED when the model has no such answer, and INTERNAL
 * for anything else, logged here and not told to the caller. Either the status alone, or with
 * {@link ErrorDetails}.
 *
 * <p>Thread-safe.
 */
final class StatusMapper implements ServerInterceptor {

  private static final System.Logger LOG = System.getLogger(StatusMapper.class.getName());

  private final ServiceMetrics metrics;
  private final boolean details;

  /** A mapper to statuses without details. */
  StatusMapper(ServiceMetrics metrics) {
    this(metrics, false);
  }

  private StatusMapper(ServiceMetrics metrics, boolean details) {
    this.metrics = metrics;
    this.details = details;
  }

  /** A mapper to statuses with details. */
  static StatusMapper withDetails(ServiceMetrics metrics) {
    return new StatusMapper(metrics, true);
  }

  @Override
  public <Q, R> ServerCall.Listener<Q> interceptCall(
      ServerCall<Q, R> call, Metadata headers, ServerCallHandler<Q, R> next) {
    return new Listener<>(call, next.startCall(call, headers));
  }

  /** Counts a failure, logs it if it is ours, and says what the caller is told. */
  StatusRuntimeException map(Throwable failure) {
    if (failure instanceof BadRequestException bad) {
      metrics.rejected();
      return status(Status.INVALID_ARGUMENT, failure.getMessage(), ErrorDetails.of(bad.problems()));
    }
    if (failure.getCause() instanceof InvalidProtocolBufferException unreadable) {
      metrics.rejected();
      String description =
          "the request is not a message of the expected type: " + unreadable.getMessage();
      FieldProblem problem = new FieldProblem("", ErrorReason.MALFORMED_MESSAGE, description);
      return status(Status.INVALID_ARGUMENT, description, ErrorDetails.of(List.of(problem)));
    }
    if (failure instanceof ModelCannotException cannot) {
      metrics.rejected();
      return status(Status.UNIMPLEMENTED, failure.getMessage(), ErrorDetails.of(cannot));
    }
    if (failure instanceof AbandonedException) {
      return AbandonedException.STATUS.asRuntimeException();
    }
    metrics.failed();
    LOG.log(Level.ERROR, "A request failed unexpectedly", failure);
    CurrentRequest.failureLogged();
    return status(
        Status.INTERNAL,
        "internal error; the server's log has the cause",
        List.of(ErrorDetails.info(ErrorReason.INTERNAL)));
  }

  private StatusRuntimeException status(Status status, String description, List<Message> more) {
    return details
        ? ErrorDetails.attach(status, description, more)
        : status.withDescription(description).asRuntimeException();
  }

  /** Closes the call on the first exception and keeps later events from the service. */
  private final class Listener<Q> extends SimpleForwardingServerCallListener<Q> {
    private final ServerCall<Q, ?> call;
    private boolean failed;

    Listener(ServerCall<Q, ?> call, ServerCall.Listener<Q> delegate) {
      super(delegate);
      this.call = call;
    }

    @Override
    public void onMessage(Q message) {
      guard(() -> super.onMessage(message));
    }

    @Override
    public void onHalfClose() {
      guard(super::onHalfClose);
    }

    @Override
    public void onReady() {
      guard(super::onReady);
    }

    private void guard(Runnable event) {
      if (failed) {
        return;
      }
      try {
        event.run();
      } catch (RuntimeException | Error e) {
        failed = true;
        StatusRuntimeException told = map(e);
        Metadata trailers = told.getTrailers();
        call.close(told.getStatus(), trailers == null ? new Metadata() : trailers);
      }
    }
  }
}
