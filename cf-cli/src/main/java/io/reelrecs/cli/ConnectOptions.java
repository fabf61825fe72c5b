package io.reelrecs.cli;

import io.reelrecs.cli.loadtest.ConnectSettings;
import io.reelrecs.cli.loadtest.Target;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Which server to connect to, and how. */
final class ConnectOptions {

  @Option(
      names = "--target",
      paramLabel = "HOST:PORT",
      defaultValue = "localhost:50051",
      description = "The server (default: ${DEFAULT-VALUE}).")
  private String target;

  @Option(
      names = "--connections",
      paramLabel = "N",
      defaultValue = "1",
      description = "TCP connections, used in turn (default: ${DEFAULT-VALUE}).")
  private int connections;

  @Option(
      names = "--tries",
      paramLabel = "N",
      defaultValue = "1",
      description = "Send a request up to N times if it is shed (default: ${DEFAULT-VALUE}).")
  private int tries;

  @Option(
      names = "--tls-ca",
      paramLabel = "FILE",
      description = "Speak TLS, and trust these certificates.")
  private Path authority;

  @Option(names = "--token-file", paramLabel = "FILE", description = "Show this bearer token.")
  private Path token;

  ConnectSettings settings() {
    return new ConnectSettings(
        Target.parse(target),
        connections,
        Optional.ofNullable(authority),
        tries,
        Optional.ofNullable(token));
  }
}
