package io.reelrecs.grpc;

import io.grpc.Context;
import io.grpc.stub.StreamObserver;
import io.reelrecs.grpc.load.ShedReply;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Answers unary calls on other threads than those that they came in on, so that what takes long
 * holds up nobody else. A call whose client has given up before its turn is dropped; one that the
 * executor rejects is shed, with a word on when to come back.
 *
 * <p>Thread-safe.
 */
final class HeavyWork {

  private static final ShedReply BUSY = new ShedReply(Duration.ofMillis(100));

  private final Executor executor;
  private final StatusMapper errors;

  HeavyWork(Executor executor, StatusMapper errors) {
    this.executor = executor;
    this.errors = errors;
  }

  /** An executor of so many threads that rejects what would wait behind so many others. */
  static ExecutorService executor(int threads, int waiting) {
    return new ThreadPoolExecutor(
        threads,
        threads,
        0,
        TimeUnit.SECONDS,
        new LinkedBlockingQueue<>(waiting),
        new WorkerThreads("reelrecs-heavy"));
  }

  /** Answers {@code observer} with what {@code work} makes, or with what its exception maps to. */
  <T> void answer(StreamObserver<T> observer, Supplier<T> work) {
    Context call = Context.current();
    try {
      executor.execute(call.wrap(() -> run(call, observer, work)));
    } catch (RejectedExecutionException e) {
      observer.onError(BUSY.status().asRuntimeException(BUSY.trailers()));
    }
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
