package io.reelrecs.grpc;

import io.grpc.ForwardingServerCall.SimpleForwardingServerCall;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.ServerInterceptors;
import io.grpc.ServerServiceDefinition;
import io.grpc.Status;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The calls that watch the health, which nobody ends: they would hold up every stop for as long as
 * it may take. Thread-safe.
 */
final class HealthWatches implements ServerInterceptor {

  private static final Status STOPPING = Status.UNAVAILABLE.withDescription("the server stops");

  private final Set<Watch<?, ?>> open = ConcurrentHashMap.newKeySet();
  private volatile boolean ended;

  ServerServiceDefinition guard(ServerServiceDefinition health) {
    return ServerInterceptors.intercept(health, this);
  }

  @Override
  public <Q, R> ServerCall.Listener<Q> interceptCall(
      ServerCall<Q, R> call, Metadata headers, ServerCallHandler<Q, R> next) {
    if (call.getMethodDescriptor().getType().serverSendsOneMessage()) {
      return next.startCall(call, headers);
    }
    Watch<Q, R> watch = new Watch<>(call);
    open.add(watch);
    if (ended) {
      watch.end();
    }
    return next.startCall(watch, headers);
  }

  /** Ends them, after what they were told before. */
  void end() {
    ended = true;
    open.forEach(Watch::end);
  }

  private final class Watch<Q, R> extends SimpleForwardingServerCall<Q, R> {
    private boolean over;

    Watch(ServerCall<Q, R> call) {
      super(call);
    }

    synchronized void end() {
      close(STOPPING, new Metadata());
    }

    @Override
    public synchronized void sendHeaders(Metadata headers) {
      if (!over) {
        super.sendHeaders(headers);
      }
    }

    @Override
    public synchronized void sendMessage(R message) {
      if (!over) {
        super.sendMessage(message);
      }
    }

    @Override
    public synchronized void close(Status status, Metadata trailers) {
      if (!over) {
        over = true;
        super.close(status, trailers);
      }
      open.remove(this);
    }
  }
}
