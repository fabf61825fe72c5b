package io.reelrecs.cli;

import com.google.gson.stream.JsonWriter;
import io.reelrecs.core.model.Model;
import io.reelrecs.core.score.BlendWeights;
import io.reelrecs.core.score.FeatureRange;
import io.reelrecs.grpc.MetricsSnapshot;
import io.reelrecs.grpc.RecommendationServer;
import io.reelrecs.grpc.ServedModel;
import io.reelrecs.grpc.ServerOptions;
import io.reelrecs.grpc.ServerStartException;
import io.reelrecs.grpc.reload.ReloadOptions;
import io.reelrecs.grpc.reload.ReloadSnapshot;
import io.reelrecs.grpc.telemetry.Telemetry;
import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code reelrecs serve}: answers gRPC clients until it is told to stop. */
@Command(
    name = "serve",
    description = {
      "Serve scores over gRPC: recommendations.MLScorer and reelrecs.v1, with health checks and"
          + " reflection.",
      "",
      "Runs until SIGTERM or Ctrl-C, then finishes the requests under way; a second one",
      "ends it at once. A new model is taken up while it runs; SIGHUP looks at once.",
      "",
      "Every option may also be an environment variable (REELRECS_MAX_CANDIDATES for",
      "--max-candidates) or stand in the file of --config; what comes first counts."
    })
final class ServeCommand implements Callable<Integer> {

  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "50051",
      description = "The port to listen on, 0 for any free one (default: ${DEFAULT-VALUE}).")
  private int port;

  @Option(
      names = "--host",
      paramLabel = "HOST",
      defaultValue = "localhost",
      description =
          "The host to listen on; localhost is 127.0.0.1 and ::1 (default: ${DEFAULT-VALUE}).")
  private String host;

  @Option(
      names = "--weights",
      paramLabel = "W,W,W,W,W",
      defaultValue = "0.40,0.25,0.20,0.10,0.05",
      converter = WeightsConverter.class,
      description =
          "The blend's weights of cf, genre overlap, collaborative, popularity and year"
              + " (default: ${DEFAULT-VALUE}).")
  private BlendWeights weights;

  @Option(
      names = "--feature-range",
      paramLabel = "rescale|raw",
      defaultValue = "rescale",
      converter = ChoiceConverter.Range.class,
      description =
          "A feature above 1 in a request: rescale by its maximum there, or take it raw"
              + " (default: ${DEFAULT-VALUE}).")
  private FeatureRange featureRange;

  @Option(
      names = "--default-score",
      paramLabel = "X",
      defaultValue = "0.5",
      description = "The score of a candidate whose scoring fails (default: ${DEFAULT-VALUE}).")
  private double defaultScore;

  @Option(
      names = "--max-candidates",
      paramLabel = "N",
      defaultValue = "10000",
      description = "The most candidates in a request (default: ${DEFAULT-VALUE}).")
  private int maxCandidates;

  @Option(
      names = "--max-message-bytes",
      paramLabel = "N",
      defaultValue = "4194304",
      description = "The largest request message in bytes (default: ${DEFAULT-VALUE}).")
  private int maxMessageBytes;

  @Option(
      names = "--stop-grace",
      paramLabel = "TIME",
      defaultValue = "10s",
      converter = DurationConverter.class,
      description =
          "How long requests under way may take when it is told to stop"
              + " (default: ${DEFAULT-VALUE}).")
  private Duration stopGrace;

  @Option(
      names = "--drain-delay",
      paramLabel = "TIME",
      defaultValue = "0",
      converter = DurationConverter.class,
      description =
          "How long to answer on, reporting NOT_SERVING, before it stops; for balancers to"
              + " notice (default: ${DEFAULT-VALUE}).")
  private Duration drainDelay;

  @Mixin private LimitFlags limits;
  @Mixin private ConfigFlags config;
  @Mixin private SecurityFlags security;
  @Mixin private ObserveOptions observe;
  @Mixin private ScoreCacheOption scoreCache;
  @Mixin private ThreadsOption threads;
  @Mixin private ModelOptions modelOptions;
  @Mixin private ReloadOption reload;
  @Mixin private OutputOptions output;

  private final CliContext context;

  ServeCommand(CliContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws IOException, ServerStartException, InterruptedException {
    config.warn(context);
    ServerOptions asked = config.build(() -> options(Telemetry.none()));
    ReloadOptions reloading =
        CommandException.fromOptions(() -> reload.options(scoreCache.options().bytes()));
    if (config.isPrint()) {
      try (Output out = output.open(context)) {
        config.print(out);
      }
      return ExitCode.OK.status();
    }
    SecurityFlags.check(asked);
    try (Observation seen = observe.open(context);
        StopSignal stop = StopSignal.listen(this::forced);
        WatchedModel models =
            modelOptions.use(source -> WatchedModel.open(source, reloading, context.err()))) {
      TransportLog.bound();
      LeakDetection.off();
      ServerOptions options = options(seen.telemetry());
      try (RecommendationServer server = new RecommendationServer(models, options)) {
        seen.show(server, () -> models.status());
        server.start();
        try (Output out = output.open(context)) {
          out.write(
              new Started(modelOptions.file(), models.get(), server.addresses(), seen.http()));
        }
        stop.await();
        server.drain();
        if (!drainDelay.isZero()) {
          seen.say("stopping: reports NOT_SERVING, and answers on for a while");
          stop.pause(drainDelay);
        }
        seen.say("stopping: finishing the requests under way");
        server.stop(options.stopGrace());
        seen.say(summary(server.metrics()) + reloads(models.snapshot()));
      }
      seen.say("stopped");
    }
    return ExitCode.OK.status();
  }

  private void forced() {
    context.err().println("stopped at once: a second signal came before all was done");
    context.err().flush();
  }

  private static String summary(MetricsSnapshot served) {
    return Text.format(
        "answered %,d requests with %,d candidates; refused %,d, failed %,d; default scores %,d,"
            + " features that were no numbers %,d",
        served.requests(),
        served.candidates(),
        served.rejectedRequests(),
        served.failedRequests(),
        served.defaultedScores(),
        served.badFeatures());
  }

  private static String reloads(ReloadSnapshot models) {
    return models.reloads() + models.failures() == 0
        ? ""
        : Text.format("; models reloaded %,d, refused %,d", models.reloads(), models.failures());
  }

  private ServerOptions options(Telemetry telemetry) {
    return ServerOptions.builder()
        .host(host)
        .port(port)
        .weights(weights)
        .featureRange(featureRange)
        .defaultScore(defaultScore)
        .maxCandidates(maxCandidates)
        .maxMessageBytes(maxMessageBytes)
        .stopGrace(stopGrace)
        .load(limits.options())
        .security(security.options())
        .threads(threads.count())
        .telemetry(telemetry)
        .scoreCache(scoreCache.options())
        .build();
  }

  /** What is served and where, once it is. */
  private record Started(
      Path file,
      ServedModel served,
      List<InetSocketAddress> addresses,
      Optional<InetSocketAddress> http)
      implements Row {

    private Model model() {
      return served.model().orElseThrow();
    }

    private List<String> listening() {
      return addresses.stream().map(Started::text).toList();
    }

    private static String text(InetSocketAddress address) {
      String host = address.getAddress().getHostAddress();
      boolean v6 = address.getAddress() instanceof Inet6Address;
      String plain = host.equals("0:0:0:0:0:0:0:1") ? "::1" : host;
      return (v6 ? "[" + plain + "]" : plain) + ":" + address.getPort();
    }

    @Override
    public void writeText(Appendable text) throws IOException {
      text.append("serving ").append(file.toString()).append(" (");
      text.append(model().manifest().algorithm()).append(", ");
      text.append(Text.count(model().users().size())).append(" users, ");
      text.append(Text.count(model().movies().size())).append(" movies) on ");
      text.append(listening().stream().collect(Collectors.joining(" and ")));
      if (http.isPresent()) {
        text.append(", metrics on http://").append(text(http.get())).append("/metrics");
      }
      text.append("; Ctrl-C stops");
    }

    @Override
    public void writeJson(JsonWriter json) throws IOException {
      json.name("listening").beginArray();
      for (String address : listening()) {
        json.value(address);
      }
      json.endArray();
      json.name("port").value(addresses.get(0).getPort());
      if (http.isPresent()) {
        json.name("http").value(text(http.get()));
      }
      json.name("model").value(file.toString());
      json.name("version").value(served.version());
      json.name("algorithm").value(model().manifest().algorithm());
      json.name("users").value(model().users().size());
      json.name("movies").value(model().movies().size());
    }
  }
}
