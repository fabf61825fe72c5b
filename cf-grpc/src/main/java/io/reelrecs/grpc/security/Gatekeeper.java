package io.reelrecs.grpc.security;

import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.StatusRuntimeException;
import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;

/**
 * Lets a call pass if its caller is known and may do that. Refuses before anything of the request
 * is read, so that nobody unknown makes the server hold messages; takes the token out of the
 * headers, so that nothing behind it can log it.
 *
 * <p>Thread-safe. Costs a SHA-256 of the token and a comparison for each caller.
 */
final class Gatekeeper implements ServerInterceptor {

  static final Metadata.Key<String> AUTHORIZATION =
      Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);

  private static final String SCHEME = "Bearer ";

  private final Supplier<Callers> callers;
  private final LongAdder unauthenticated = new LongAdder();
  private final LongAdder denied = new LongAdder();

  Gatekeeper(Supplier<Callers> callers) {
    this.callers = callers;
  }

  long unauthenticated() {
    return unauthenticated.sum();
  }

  long denied() {
    return denied.sum();
  }

  @Override
  public <Q, R> ServerCall.Listener<Q> interceptCall(
      ServerCall<Q, R> call, Metadata headers, ServerCallHandler<Q, R> next) {
    try {
      check(call, headers);
    } catch (StatusRuntimeException e) {
      call.close(e.getStatus(), e.getTrailers());
      return new ServerCall.Listener<>() {};
    }
    return next.startCall(call, headers);
  }

  private void check(ServerCall<?, ?> call, Metadata headers) {
    Iterable<String> shown = headers.removeAll(AUTHORIZATION);
    String method = call.getMethodDescriptor().getFullMethodName();
    MethodAccess access = MethodAccess.of(method);
    if (access.open()) {
      return;
    }
    Caller caller = caller(shown, call);
    if (access.role().isPresent() && !caller.may(access.role().get())) {
      denied.increment();
      throw Refusal.lacks(caller, access.role().get(), method);
    }
  }

  private Caller caller(Iterable<String> shown, ServerCall<?, ?> call) {
    Callers current = callers.get();
    if (shown == null) {
      return known(
          current.byPeerNames(PeerNames.of(call.getAttributes())), Refusal.CREDENTIALS_MISSING);
    }
    Iterator<String> values = shown.iterator();
    String value = values.next();
    if (values.hasNext() || !value.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      return known(Optional.empty(), Refusal.CREDENTIALS_MALFORMED);
    }
    String token = value.substring(SCHEME.length()).strip();
    return known(current.byToken(token), Refusal.CREDENTIALS_INVALID);
  }

  private Caller known(Optional<Caller> caller, Refusal otherwise) {
    return caller.orElseThrow(
        () -> {
          unauthenticated.increment();
          return otherwise.status();
        });
  }
}
