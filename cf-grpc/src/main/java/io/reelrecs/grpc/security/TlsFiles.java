package io.reelrecs.grpc.security;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * The PEM files of a server that speaks TLS.
 *
 * @param certificate the server's certificate, and after it those that lead to one that clients
 *     trust
 * @param key the certificate's private key, RSA or EC, without a passphrase; PKCS#8, PKCS#1 or SEC1
 * @param clientAuthority certificates of which one has to have signed a client's; without it
 *     clients need no certificate
 */
public record TlsFiles(Path certificate, Path key, Optional<Path> clientAuthority) {

  /** Checks that all are there. */
  public TlsFiles {
    Objects.requireNonNull(certificate, "certificate");
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(clientAuthority, "clientAuthority");
  }
}
