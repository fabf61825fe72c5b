package io.reelrecs.grpc.telemetry;

import io.grpc.ForwardingServerCall.SimpleForwardingServerCall;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;

/**
 * Sends the request's id back: in the headers of an answer, and in the trailers of one that has no
 * headers, which is how a refusal comes.
 */
final class IdReply implements ServerInterceptor {

  @Override
  public <Q, R> ServerCall.Listener<Q> interceptCall(
      ServerCall<Q, R> call, Metadata headers, ServerCallHandler<Q, R> next) {
    CurrentRequest request = CurrentRequest.KEY.get();
    return next.startCall(request == null ? call : new Call<>(call, request.id()), headers);
  }

  private static final class Call<Q, R> extends SimpleForwardingServerCall<Q, R> {
    private final String id;
    private boolean headersSent;

    Call(ServerCall<Q, R> delegate, String id) {
      super(delegate);
      this.id = id;
    }

    @Override
    public void sendHeaders(Metadata headers) {
      headersSent = true;
      headers.put(RequestId.KEY, id);
      super.sendHeaders(headers);
    }

    @Override
    public void close(Status status, Metadata trailers) {
      if (!headersSent) {
        trailers.put(RequestId.KEY, id);
      }
      super.close(status, trailers);
    }
  }
}
