package io.reelrecs.grpc.http;

import com.sun.net.httpserver.HttpServer;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.reelrecs.grpc.Readiness;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Answers {@code GET} of {@code /metrics} (Prometheus text or OpenMetrics, as the client accepts),
 * of {@code /livez} (200 as long as the process can answer) and of {@code /readyz} (200, or 503 and
 * the reason), in plain HTTP and without asking who wants to know: it is for loopback or a network
 * of one's own. {@code HEAD} works as well; other methods get 405, other paths 404.
 *
 * <p>Listens until it is closed, with four daemon threads of its own. Thread-safe.
 */
public final class StatusServer implements AutoCloseable {

  private static final int THREADS = 4;

  private final HttpServer server;
  private final ExecutorService threads;

  private StatusServer(HttpServer server, ExecutorService threads) {
    this.server = server;
    this.threads = threads;
  }

  /**
   * Listens and answers.
   *
   * @param address where to listen; port 0 for any free one
   * @param metrics what to export
   * @param readiness asked at each request for it, by several threads at once
   * @throws IOException if it cannot listen there
   */
  public static StatusServer start(
      InetSocketAddress address, PrometheusRegistry metrics, Supplier<Readiness> readiness)
      throws IOException {
    HttpServer server = HttpServer.create(address, 0);
    AtomicInteger number = new AtomicInteger(1);
    ExecutorService threads =
        Executors.newFixedThreadPool(
            THREADS,
            task -> {
              Thread thread = new Thread(task, "reelrecs-http-" + number.getAndIncrement());
              thread.setDaemon(true);
              return thread;
            });
    server.setExecutor(threads);
    server.createContext(
        "/",
        new Routes(
            Map.of(
                "/metrics", new MetricsPage(metrics),
                "/livez", Page.of(200, "alive"),
                "/readyz", new Page(() -> answer(readiness.get())))));
    server.start();
    return new StatusServer(server, threads);
  }

  private static Page.Answer answer(Readiness readiness) {
    return readiness.ready()
        ? new Page.Answer(200, readiness.reason())
        : new Page.Answer(503, "not ready: " + readiness.reason());
  }

  /** Where it listens, with the port that it got. */
  public InetSocketAddress address() {
    return server.getAddress();
  }

  /** Stops at once. */
  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
