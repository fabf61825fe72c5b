package io.reelrecs.cli;

import io.reelrecs.cli.log.LogFormat;
import io.reelrecs.cli.log.ServerLog;
import io.reelrecs.cli.tracing.Tracing;
import io.reelrecs.grpc.Readiness;
import io.reelrecs.grpc.RecommendationServer;
import io.reelrecs.grpc.http.StatusServer;
import io.reelrecs.grpc.load.LoadSnapshot;
import io.reelrecs.grpc.metrics.LoadStatus;
import io.reelrecs.grpc.metrics.ModelStatus;
import io.reelrecs.grpc.metrics.ServerMetrics;
import io.reelrecs.grpc.telemetry.Telemetry;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What is there to see of a server while it runs: its log, its HTTP port with metrics, and its
 * traces; each only if it is wanted, and no library of the others is loaded. The port answers from
 * the beginning, so that a probe can tell a server that is loading its model from a dead one.
 *
 * <p>Thread-safe.
 */
final class Observation implements AutoCloseable {

  /** Where traces go. */
  enum Traces {
    /** There are none. */
    NONE,
    /** To a collector, by OpenTelemetry's protocol. */
    OTLP
  }

  /**
   * What is wanted.
   *
   * @param http where the HTTP port is to be, if anywhere
   * @param format of the log
   * @param accessLog whether every request gets a line in it
   * @param traces where traces go
   */
  record Wanted(
      Optional<InetSocketAddress> http, LogFormat format, boolean accessLog, Traces traces) {}

  private static final Map<String, String> HTTP_LIMITS =
      Map.of(
          "sun.net.httpserver.maxReqTime", "10", // seconds to send a request in
          "sun.net.httpserver.maxRspTime", "30", // and to take the answer
          "jdk.httpserver.maxConnections", "100",
          "sun.net.httpserver.nodelay", "true");

  private final ServerLog log;
  private final Telemetry telemetry;
  private Optional<ServerMetrics> metrics = Optional.empty();
  private Optional<StatusServer> http = Optional.empty();
  private Optional<Tracing> tracing = Optional.empty();
  private volatile Supplier<Readiness> readiness = () -> Readiness.not("the model is being loaded");

  private Observation(ServerLog log, Wanted wanted) {
    this.log = log;
    Telemetry.Builder builder = Telemetry.builder().accessLog(wanted.accessLog());
    wanted
        .http()
        .ifPresent(
            address -> {
              ServerMetrics made = new ServerMetrics(Version.number());
              made.watchReadiness(() -> readiness.get().ready());
              builder.meter(made).candidates(made.candidates());
              metrics = Optional.of(made);
              http = Optional.of(listen(address, made));
            });
    if (wanted.traces() != Traces.NONE) {
      tracing =
          Optional.of(
              CommandException.fromOptions(
                  () -> Tracing.start(Map.of("otel.traces.exporter", "otlp"))));
      builder.spans(tracing.get().spans());
    }
    telemetry = builder.build();
  }

  /** Begins with it. */
  static Observation open(PrintStream err, Wanted wanted) {
    ServerLog log = ServerLog.open(err, wanted.format());
    try {
      return new Observation(log, wanted);
    } catch (RuntimeException | Error e) {
      log.close();
      throw e;
    }
  }

  private StatusServer listen(InetSocketAddress address, ServerMetrics made) {
    HTTP_LIMITS.forEach(
        (property, value) -> {
          if (System.getProperty(property) == null) {
            System.setProperty(property, value);
          }
        });
    try {
      return StatusServer.start(address, made.registry(), () -> readiness.get());
    } catch (IOException e) {
      throw new CommandException(
          ExitCode.UNREACHABLE,
          "cannot listen for HTTP on "
              + address.getHostString()
              + ":"
              + address.getPort()
              + ": "
              + e.getMessage()
              + ". Choose another --http-port (0 picks a free one) or an address of this machine"
              + " as --http-host.",
          e);
    }
  }

  /** What a server is to tell of its requests. */
  Telemetry telemetry() {
    return telemetry;
  }

  /** Shows this server, which need not be started, and its model. */
  void show(RecommendationServer server, Supplier<ModelStatus> model) {
    metrics.ifPresent(
        shown -> {
          shown.watchScores(server::metrics);
          shown.watchScoreCache(server::scoreCache);
          shown.watchModel(model);
          shown.watchSecurity(server::security);
          shown.watchLoad(
              () -> {
                LoadSnapshot now = server.load();
                return new LoadStatus(now.inFlight(), now.shed(), now.abandoned());
              });
        });
    readiness = server::readiness;
  }

  /** The metrics, to add others; empty where nobody could see them. */
  Optional<ServerMetrics> metrics() {
    return metrics;
  }

  /** Where the HTTP port is, if there is one. */
  Optional<InetSocketAddress> http() {
    return http.map(StatusServer::address);
  }

  /** Tells people what the program does. */
  void say(String what) {
    log.say(what);
  }

  /** Ends it: the traces are sent, the port closes, and the log is what it was before. */
  @Override
  public void close() {
    if (tracing.isPresent()) { // not by a method reference, which would load it
      tracing.get().close();
    }
    http.ifPresent(StatusServer::close);
    log.close();
  }
}
