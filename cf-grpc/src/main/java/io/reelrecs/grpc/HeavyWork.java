package io.reelrecs.grpc;

import io.grpc.Context;
import io.grpc.stub.StreamObserver;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * Answers unary calls on other threads than those that they came in on, so that what takes long
 * holds up nobody else. A call whose client has given up before its turn is dropped.
 *
 * <p>Thread-safe.
 */
final class HeavyWork {

  private final Executor executor;
  private final StatusMapper errors;

  HeavyWork(Executor executor, StatusMapper errors) {
    this.executor = executor;
    this.errors = errors;
  }

  /** Answers {@code observer} with what {@code work} makes, or with what its exception maps to. */
  <T> void answer(StreamObserver<T> observer, Supplier<T> work) {
    Context call = Context.current();
    executor.execute(call.wrap(() -> run(call, observer, work)));
  }

  private <T> void run(Context call, StreamObserver<T> observer, Supplier<T> work) {
    if (call.isCancelled()) {
      return;
    }
    T answer;
    try {
      answer = work.get();
    } catch (RuntimeException | Error e) {
      observer.onError(errors.map(e));
      return;
    }
    observer.onNext(answer);
    observer.onCompleted();
  }
}
