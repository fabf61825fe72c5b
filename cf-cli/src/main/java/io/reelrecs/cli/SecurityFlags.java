package io.reelrecs.cli;

import io.reelrecs.grpc.ServerOptions;
import io.reelrecs.grpc.security.CredentialException;
import io.reelrecs.grpc.security.SecurityOptions;
import io.reelrecs.grpc.security.ServerSecurity;
import io.reelrecs.grpc.security.TlsFiles;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Who may talk to the server and how. */
final class SecurityFlags {

  @Option(
      names = "--tls-cert",
      paramLabel = "FILE",
      description = "Speak TLS with this certificate (PEM).")
  private Path certificate;

  @Option(
      names = "--tls-key",
      paramLabel = "FILE",
      description = "The certificate's private key (PEM).")
  private Path key;

  @Option(
      names = "--tls-client-ca",
      paramLabel = "FILE",
      description = "Take clients only with a certificate of these.")
  private Path clientAuthority;

  @Option(
      names = "--auth-tokens",
      paramLabel = "FILE",
      description = "Take callers only that this file names.")
  private Path callers;

  @Option(names = "--insecure", description = "Listen beyond loopback without TLS.")
  private boolean insecure;

  /**
   * What was asked for.
   *
   * @throws IllegalArgumentException naming what contradicts what
   */
  SecurityOptions options() {
    SecurityOptions.Builder options = SecurityOptions.builder().insecure(insecure);
    if (certificate != null && key != null) {
      options.tls(new TlsFiles(certificate, key, Optional.ofNullable(clientAuthority)));
    } else if (certificate != null) {
      throw new IllegalArgumentException("tls-key must be set beside tls-cert");
    } else if (key != null) {
      throw new IllegalArgumentException("tls-cert must be set beside tls-key");
    } else if (clientAuthority != null) {
      throw new IllegalArgumentException(
          "tls-cert must be set beside tls-client-ca: clients show certificates to TLS only");
    }
    if (callers != null) {
      options.callers(callers);
    }
    return options.build();
  }

  /**
   * Sees before anything else takes time that the server would start.
   *
   * @throws CredentialException if a file cannot be used
   * @throws CommandException if it would listen beyond loopback without TLS
   */
  static void check(ServerOptions options) throws CredentialException {
    try {
      ServerSecurity.check(options.security(), options.host());
    } catch (IllegalArgumentException e) {
      throw new CommandException(ExitCode.USAGE, e.getMessage(), e);
    }
  }
}
