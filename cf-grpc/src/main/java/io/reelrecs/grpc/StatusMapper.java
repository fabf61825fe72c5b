package io.reelrecs.grpc;

import com.google.protobuf.InvalidProtocolBufferException;
import io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import io.reelrecs.grpc.telemetry.CurrentRequest;
import java.lang.System.Logger.Level;

/**
 * The one place where an exception becomes a status: INVALID_ARGUMENT with the reason when the
 * caller has to change the request, and INTERNAL for anything else, logged here and not told to the
 * caller.
 *
 * <p>Thread-safe.
 */
final class StatusMapper implements ServerInterceptor {

  private static final System.Logger LOG = System.getLogger(StatusMapper.class.getName());

  private final ServiceMetrics metrics;

  StatusMapper(ServiceMetrics metrics) {
    this.metrics = metrics;
  }

  @Override
  public <Q, R> ServerCall.Listener<Q> interceptCall(
      ServerCall<Q, R> call, Metadata headers, ServerCallHandler<Q, R> next) {
    return new Listener<>(call, next.startCall(call, headers));
  }

  private Status statusOf(Throwable failure) {
    if (failure instanceof BadRequestException) {
      metrics.rejected();
      return Status.INVALID_ARGUMENT.withDescription(failure.getMessage());
    }
    if (failure.getCause() instanceof InvalidProtocolBufferException unreadable) {
      metrics.rejected();
      return Status.INVALID_ARGUMENT.withDescription(
          "the request is not a message of the expected type: " + unreadable.getMessage());
    }
    metrics.failed();
    LOG.log(Level.ERROR, "A request failed unexpectedly", failure);
    CurrentRequest.failureLogged();
    return Status.INTERNAL.withDescription("internal error; the server's log has the cause");
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
        call.close(statusOf(e), new Metadata());
      }
    }
  }
}
