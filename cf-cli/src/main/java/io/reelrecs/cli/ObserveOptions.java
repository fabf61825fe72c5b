package io.reelrecs.cli;

import io.reelrecs.cli.log.LogFormat;
import java.net.InetSocketAddress;
import java.util.Optional;
import picocli.CommandLine.Option;

/** How those who operate a server see what it does. */
final class ObserveOptions {

  @Option(
      names = "--http-port",
      paramLabel = "N",
      description =
          "The port of /metrics, /livez and /readyz over HTTP, 0 for any free one"
              + " (default: none).")
  private Integer httpPort;

  @Option(
      names = "--http-host",
      paramLabel = "HOST",
      defaultValue = "127.0.0.1",
      description = "The host for these (default: ${DEFAULT-VALUE}).")
  private String httpHost;

  @Option(
      names = "--log-format",
      paramLabel = "text|json",
      defaultValue = "text",
      converter = ChoiceConverter.Log.class,
      description = "How to log to standard error (default: ${DEFAULT-VALUE}).")
  private LogFormat logFormat;

  @Option(names = "--access-log", description = "Log every request, not only those that fail.")
  private boolean accessLog;

  @Option(
      names = "--tracing",
      paramLabel = "none|otlp",
      defaultValue = "${env:OTEL_TRACES_EXPORTER:-none}",
      converter = ChoiceConverter.Traces.class,
      description =
          "Trace requests with OpenTelemetry (default: none, or what OTEL_TRACES_EXPORTER says).")
  private Observation.Traces tracing;

  /** Begins to observe. */
  Observation open(CliContext context) {
    return Observation.open(
        context.err(),
        new Observation.Wanted(
            CommandException.fromOptions(this::http), logFormat, accessLog, tracing));
  }

  private Optional<InetSocketAddress> http() {
    if (httpPort == null) {
      return Optional.empty();
    }
    if (httpPort < 0 || httpPort > 65535) {
      throw new IllegalArgumentException("httpPort must be in [0, 65535], actual: " + httpPort);
    }
    return Optional.of(new InetSocketAddress(httpHost, httpPort));
  }
}
