package io.reelrecs.grpc;

import com.google.common.util.concurrent.FutureCallback;
import com.google.common.util.concurrent.Futures;
import com.google.common.util.concurrent.MoreExecutors;
import io.grpc.Grpc;
import io.grpc.InsecureChannelCredentials;
import io.grpc.ManagedChannel;
import io.grpc.Status;
import io.reelrecs.grpc.proto.MLScorerGrpc;
import io.reelrecs.grpc.proto.ScoreRequest;
import io.reelrecs.grpc.proto.ScoreResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * A server with one worker whose requests take a millisecond each, so that it can do nearly a
 * thousand a second whatever else the machine does, and a client that sends at a rate of its own
 * (open loop) and waits for each answer no longer than {@link #DEADLINE}.
 */
final class Overload implements AutoCloseable {

  static final Duration DEADLINE = Duration.ofMillis(250);

  private static final long WORK_NANOS = 1_000_000;
  private static final int CONNECTIONS = 4;

  private final RecommendationServer server;
  private final List<ManagedChannel> channels = new ArrayList<>();
  private final ScoreRequest request = Requests.plain(1, 1);

  Overload() throws ServerStartException {
    ToyScorer scorer =
        (user, movie) -> {
          long end = System.nanoTime() + WORK_NANOS;
          while (System.nanoTime() < end) {
            Thread.onSpinWait();
          }
          return 1;
        };
    ServerOptions options = ServerOptions.builder().port(0).threads(1).build();
    server = new RecommendationServer(scorer, options).start();
    for (int i = 0; i < CONNECTIONS; i++) {
      channels.add(
          Grpc.newChannelBuilderForAddress(
                  "127.0.0.1", server.port(), InsecureChannelCredentials.create())
              .directExecutor()
              .build());
    }
  }

  RecommendationServer server() {
    return server;
  }

  /** What became of the requests of a phase. */
  static final class Outcome {
    private final long began = System.nanoTime();
    private final AtomicInteger open = new AtomicInteger();
    private final AtomicInteger answered = new AtomicInteger();
    private final AtomicLong lastFailure = new AtomicLong(began);
    private final Map<Status.Code, AtomicInteger> failed = new ConcurrentHashMap<>();
    private double seconds;

    double goodput() {
      return answered.get() / seconds;
    }

    int answered() {
      return answered.get();
    }

    int failed(Status.Code code) {
      return failed.getOrDefault(code, new AtomicInteger()).get();
    }

    /** How long after the beginning the last request failed. */
    Duration troubled() {
      return Duration.ofNanos(lastFailure.get() - began);
    }

    @Override
    public String toString() {
      return String.format(
          "%.0f answers/s for %.1f s, failed: %s, last after %d ms",
          goodput(), seconds, failed, troubled().toMillis());
    }
  }

  /** Sends so many requests a second for that long, and waits for what became of them. */
  Outcome send(int rate, Duration time) throws InterruptedException {
    Outcome outcome = new Outcome();
    long sent = 0;
    long end = outcome.began + time.toNanos();
    for (long now = System.nanoTime(); now < end; now = System.nanoTime()) {
      long due = (long) ((now - outcome.began) / 1e9 * rate);
      for (; sent < due; sent++) {
        call((int) (sent % CONNECTIONS), outcome);
      }
      LockSupport.parkNanos(200_000);
    }
    outcome.seconds = (System.nanoTime() - outcome.began) / 1e9;
    Wait.until("all calls have ended", () -> outcome.open.get() == 0);
    return outcome;
  }

  private void call(int connection, Outcome outcome) {
    outcome.open.incrementAndGet();
    Futures.addCallback(
        MLScorerGrpc.newFutureStub(channels.get(connection))
            .withDeadlineAfter(DEADLINE)
            .scoreCandidates(request),
        new FutureCallback<ScoreResponse>() {
          @Override
          public void onSuccess(ScoreResponse answer) {
            outcome.answered.incrementAndGet();
            outcome.open.decrementAndGet();
          }

          @Override
          public void onFailure(Throwable failure) {
            Status.Code code = Status.fromThrowable(failure).getCode();
            outcome.failed.computeIfAbsent(code, c -> new AtomicInteger()).incrementAndGet();
            outcome.lastFailure.set(System.nanoTime());
            outcome.open.decrementAndGet();
          }
        },
        MoreExecutors.directExecutor());
  }

  @Override
  public void close() {
    channels.forEach(ManagedChannel::shutdownNow);
    server.close();
  }
}
