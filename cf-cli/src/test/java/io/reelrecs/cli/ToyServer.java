package io.reelrecs.cli;

import io.reelrecs.core.score.Recommendations;
import io.reelrecs.core.score.Score;
import io.reelrecs.core.score.ScoreSource;
import io.reelrecs.core.score.Scorer;
import io.reelrecs.core.score.Scores;
import io.reelrecs.grpc.RecommendationServer;
import io.reelrecs.grpc.ServerOptions;
import io.reelrecs.grpc.ServerStartException;
import java.util.Collections;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The real server on a free loopback port with a scorer that gives every movie the same score, and
 * can be made to stall.
 */
public final class ToyServer implements AutoCloseable, Scorer {

  private static final Score HALF = new Score(0.5, 3, ScoreSource.GLOBAL_MEAN, 0);

  private final RecommendationServer server;
  private final AtomicInteger requests = new AtomicInteger();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Stall stall;

  /** What the server does before it answers. */
  @FunctionalInterface
  public interface Stall {
    /**
     * Stalls or not.
     *
     * @param request the number of the request, from 0 on
     * @param closed at zero once the server is closed
     */
    void before(int request, CountDownLatch closed) throws InterruptedException;
  }

  /** Starts a server with so many threads that takes at most 200 candidates. */
  public ToyServer(int threads, Stall stall) throws ServerStartException {
    this.stall = stall;
    server =
        new RecommendationServer(
            this,
            ServerOptions.builder()
                .host("127.0.0.1")
                .port(0)
                .threads(threads)
                .maxCandidates(200)
                .stopGrace(java.time.Duration.ZERO)
                .build());
    server.start();
  }

  /** Starts a server that does not stall. */
  public static ToyServer start() throws ServerStartException {
    return new ToyServer(2, (request, closed) -> {});
  }

  /** Where it listens. */
  public int port() {
    return server.port();
  }

  @Override
  public Scores score(long userId, long[] movieIds) {
    try {
      stall.before(requests.getAndIncrement(), closed);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return Scores.of(Collections.nCopies(movieIds.length, HALF));
  }

  @Override
  public Score score(long userId, long movieId) {
    return HALF;
  }

  @Override
  public Recommendations recommend(long userId, int n) {
    throw new UnsupportedOperationException("not part of the service");
  }

  @Override
  public void close() {
    closed.countDown();
    server.close();
  }
}
