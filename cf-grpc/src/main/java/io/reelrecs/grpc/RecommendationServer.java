package io.reelrecs.grpc;

import io.grpc.Server;
import io.grpc.ServerInterceptors;
import io.grpc.ServerServiceDefinition;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.protobuf.services.HealthStatusManager;
import io.reelrecs.core.score.ScoreCache;
import io.reelrecs.core.score.Scorer;
import io.reelrecs.grpc.load.Admission;
import io.reelrecs.grpc.load.LoadSnapshot;
import io.reelrecs.grpc.proto.MLScorerGrpc;
import io.reelrecs.grpc.security.CredentialException;
import io.reelrecs.grpc.security.SecuritySnapshot;
import io.reelrecs.grpc.security.ServerSecurity;
import io.reelrecs.grpc.v1.RecommenderServiceGrpc;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Serves {@code recommendations.MLScorer} and {@code reelrecs.v1.RecommenderService} over gRPC,
 * with the health service (for the empty name and for the services') and reflection (v1 and
 * v1alpha).
 *
 * <p>Made, started once, stopped once. Between {@link #start} and {@link #stop} the health status
 * is SERVING. Requests run on the server's own daemon threads, as many as the options say; more
 * wait in a queue whose bound is in {@link ServerOptions#load}, what is above it is shed with
 * RESOURCE_EXHAUSTED, and those whose client has given up are dropped when their turn comes. What
 * takes long (recommending, explaining, searching, and whatever is asked for a user who is given by
 * ratings) has threads of its own, half as many, so that it never holds up scoring.
 *
 * <p>Safe for use by several threads. Installs no shutdown hook: a program that wants to stop
 * gracefully on SIGTERM adds one that calls {@link #close}.
 */
public final class RecommendationServer implements AutoCloseable {

  /** Breaking off takes a moment to tell the clients. */
  private static final long ABORT_SECONDS = 1;

  private final ServerOptions options;
  private final ServiceMetrics metrics;
  private final HealthStatusManager health = new HealthStatusManager();
  private final HealthWatches watches = new HealthWatches();
  private final Admission admission;
  private final Optional<ScoreCache> cache;
  private final ServerServiceDefinition service;
  private final ServerServiceDefinition recommender;
  private final ExecutorService heavy;
  private Listening listening;
  private boolean draining;
  private boolean stopped;

  /**
   * A server that answers from {@code scorer}; it does not listen yet.
   *
   * @param scorer called by several threads at once
   * @param options where to listen and how to answer
   */
  public RecommendationServer(Scorer scorer, ServerOptions options) {
    this(always(ServedModel.of(scorer)), options);
  }

  /**
   * A server that answers from whatever model is the current one; it does not listen yet.
   *
   * @param models the current model, asked once at the beginning of each request, by several
   *     threads at once; never null
   * @param options where to listen and how to answer
   */
  public RecommendationServer(Supplier<ServedModel> models, ServerOptions options) {
    Objects.requireNonNull(models, "models");
    this.options = Objects.requireNonNull(options, "options");
    this.metrics = new ServiceMetrics(options.telemetry().candidates());
    this.admission = new Admission(options.load(), options.threads());
    this.cache = options.scoreCache().open();
    Supplier<ServedModel> cached = cache.map(c -> cached(models, c)).orElse(models);
    this.service = admission.guard(define(cached, options, metrics));
    this.heavy =
        HeavyWork.executor(
            Math.max(1, options.threads() / 2), options.load().maxConcurrentRequests());
    this.recommender =
        admission.guard(RecommenderService.define(cached, options.requestLimits(), metrics, heavy));
    report(ServingStatus.NOT_SERVING);
  }

  private static Supplier<ServedModel> cached(Supplier<ServedModel> models, ScoreCache cache) {
    return new CachedModels(models, cache);
  }

  private static Supplier<ServedModel> always(ServedModel model) {
    return () -> model;
  }

  /** The scoring service with its limits and its mapping of errors. */
  static ServerServiceDefinition define(
      Supplier<ServedModel> models, ServerOptions options, ServiceMetrics metrics) {
    ScoringService scoring = new ScoringService(models, options, metrics);
    return ServerInterceptors.interceptForward(
        ServerInterceptors.useMarshalledMessages(scoring.bind(), RawMessages.INSTANCE),
        new StatusMapper(metrics),
        new MessageLimit(options.maxMessageBytes()));
  }

  /**
   * Listens and answers.
   *
   * @return this server
   * @throws ServerStartException if it cannot listen there, for one because the port is in use; if
   *     a file of {@link ServerOptions#security} cannot be used; or if it would listen beyond
   *     loopback without TLS, and nobody said that it may
   * @throws IllegalStateException if it was started or stopped before
   */
  public synchronized RecommendationServer start() throws ServerStartException {
    if (listening != null || stopped) {
      throw new IllegalStateException("a server starts once; make a new one");
    }
    listening =
        Listening.start(
            options,
            openSecurity(),
            admission,
            List.of(service, recommender, watches.guard(health.getHealthService().bindService())));
    report(ServingStatus.SERVING);
    return this;
  }

  private ServerSecurity openSecurity() throws ServerStartException {
    try {
      return ServerSecurity.open(options.security(), options.host());
    } catch (CredentialException | IllegalArgumentException e) {
      throw new ServerStartException(e.getMessage(), e);
    }
  }

  private void report(ServingStatus status) {
    health.setStatus(HealthStatusManager.SERVICE_NAME_ALL_SERVICES, status);
    health.setStatus(MLScorerGrpc.SERVICE_NAME, status);
    health.setStatus(RecommenderServiceGrpc.SERVICE_NAME, status);
  }

  /**
   * The port it listens on, the same on every address; still told once stopped.
   *
   * @throws IllegalStateException if it has not been started
   */
  public int port() {
    return addresses().get(0).getPort();
  }

  /**
   * The addresses it listens on, IPv4 before IPv6; still told once stopped.
   *
   * @throws IllegalStateException if it has not been started
   */
  public List<InetSocketAddress> addresses() {
    return started().addresses();
  }

  /** What it has done so far. */
  public MetricsSnapshot metrics() {
    return metrics.snapshot();
  }

  /** How its cache of scores has done; {@link ScoreCache.Snapshot#NONE} where it has none. */
  public ScoreCache.Snapshot scoreCache() {
    return cache.map(ScoreCache::snapshot).orElse(ScoreCache.Snapshot.NONE);
  }

  /** How busy it is, and what it did not take on. */
  public LoadSnapshot load() {
    return admission.snapshot();
  }

  /** What has become of its credentials and of those who showed some; nothing until it starts. */
  public synchronized SecuritySnapshot security() {
    return listening == null ? SecuritySnapshot.NONE : listening.security().snapshot();
  }

  /**
   * Reports NOT_SERVING from now on, and answers on. For the time between being told to stop and
   * stopping, in which balancers notice and send their requests elsewhere. A second call does
   * nothing.
   */
  public synchronized void drain() {
    if (!draining) {
      draining = true;
      health.enterTerminalState();
    }
  }

  /**
   * Whether it is ready, which is what the health service answers, and if not, why. Asks that
   * service.
   */
  public Readiness readiness() {
    ServingStatus status = HealthAnswer.of(health);
    if (status == ServingStatus.SERVING) {
      return Readiness.READY;
    }
    synchronized (this) {
      if (stopped) {
        return Readiness.not("the server is stopping");
      }
      return Readiness.not(
          listening == null ? "the server does not listen yet" : "the health status is " + status);
    }
  }

  /**
   * Waits until it has been stopped.
   *
   * @throws InterruptedException if the waiting thread is interrupted; the server goes on
   * @throws IllegalStateException if it has not been started
   */
  public void awaitTermination() throws InterruptedException {
    started().server().awaitTermination();
  }

  /** Stops with the grace of the options. */
  @Override
  public void close() {
    stop(options.stopGrace());
  }

  /**
   * Stops in order: reports NOT_SERVING, takes no more requests, waits for those under way, and
   * breaks off what is left after {@code grace}. Returns when all is done; a second call does
   * nothing more. Those who watch the health are told and let go. If the thread is interrupted
   * meanwhile, the rest is broken off at once.
   *
   * @param grace how long to wait at most, not negative
   * @throws IllegalArgumentException if {@code grace} is negative
   */
  public void stop(Duration grace) {
    if (grace.isNegative()) {
      throw new IllegalArgumentException("grace must be >= 0, actual: " + grace);
    }
    Listening running;
    synchronized (this) {
      stopped = true;
      drain();
      running = listening;
    }
    if (running == null) {
      admission.close();
      return;
    }
    watches.end();
    Server server = running.server().shutdown();
    try {
      if (!server.awaitTermination(TimeUnit.MILLISECONDS.convert(grace), TimeUnit.MILLISECONDS)) {
        server.shutdownNow().awaitTermination(ABORT_SECONDS, TimeUnit.SECONDS);
      }
    } catch (InterruptedException e) {
      server.shutdownNow();
      Thread.currentThread().interrupt();
    } finally {
      heavy.shutdown();
      admission.close();
      running.security().close();
    }
  }

  private synchronized Listening started() {
    if (listening == null) {
      throw new IllegalStateException("the server has not been started");
    }
    return listening;
  }
}
