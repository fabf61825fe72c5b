package io.reelrecs.grpc.load;

import io.grpc.Context;
import io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;

/**
 * Answers a request that its {@link Ticket} says is refused, and does nothing for one that nobody
 * waits for. Both happen before the request is parsed. A request is answered once it is there
 * whole: some clients take an answer that comes earlier for a broken connection.
 *
 * <p>Thread-safe.
 */
final class LimitInterceptor implements ServerInterceptor {

  private static final Status TOO_LATE =
      Status.DEADLINE_EXCEEDED.withDescription(
          "the deadline passed before the request's turn came");

  private final ShedReply reply;

  LimitInterceptor(ShedReply reply) {
    this.reply = reply;
  }

  @Override
  public <Q, R> ServerCall.Listener<Q> interceptCall(
      ServerCall<Q, R> call, Metadata headers, ServerCallHandler<Q, R> next) {
    ServerCall.Listener<Q> listener = next.startCall(call, headers);
    Ticket ticket = Ticket.KEY.get();
    return ticket == null ? listener : new Listener<>(ticket, call, listener);
  }

  private final class Listener<Q> extends SimpleForwardingServerCallListener<Q> {
    private final Ticket ticket;
    private final ServerCall<Q, ?> call;
    private boolean incomplete;

    Listener(Ticket ticket, ServerCall<Q, ?> call, ServerCall.Listener<Q> delegate) {
      super(delegate);
      this.ticket = ticket;
      this.call = call;
    }

    @Override
    public void onMessage(Q message) {
      if (incomplete || ticket.isRefused() || isAbandoned()) {
        incomplete = true;
      } else {
        super.onMessage(message);
      }
    }

    @Override
    public void onHalfClose() {
      if (isAbandoned()) {
        if (!call.isCancelled()) {
          call.close(TOO_LATE, new Metadata());
        }
      } else if (incomplete || ticket.isRefused()) {
        ticket.shed();
        call.close(reply.status(), reply.trailers());
      } else {
        ticket.begin();
        super.onHalfClose();
      }
    }

    private boolean isAbandoned() {
      return call.isCancelled() || AbandonedException.isAbandoned(Context.current());
    }
  }
}
