package io.reelrecs.grpc.security;

import io.grpc.ServerCredentials;
import io.grpc.netty.shaded.io.grpc.netty.GrpcSslContexts;
import io.grpc.netty.shaded.io.grpc.netty.NettySslContextServerCredentials;
import io.grpc.netty.shaded.io.netty.handler.ssl.ClientAuth;
import io.grpc.netty.shaded.io.netty.handler.ssl.SslContextBuilder;
import io.grpc.util.AdvancedTlsX509KeyManager;
import io.grpc.util.AdvancedTlsX509TrustManager;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLException;

/**
 * TLS 1.2 and 1.3 with a certificate, and certificates of authorities for clients, that may be
 * replaced at any time: handshakes take what is there then, and connections that are open keep what
 * they began with. Thread-safe.
 */
final class TlsContext {

  /** For so long a client may go on with what it agreed upon before, its certificate unchecked. */
  private static final long SESSION_SECONDS = 60;

  private final AdvancedTlsX509KeyManager keys = new AdvancedTlsX509KeyManager();
  private final AdvancedTlsX509TrustManager authorities;

  TlsContext() {
    try {
      authorities =
          AdvancedTlsX509TrustManager.newBuilder()
              .setVerification(
                  AdvancedTlsX509TrustManager.Verification.CERTIFICATE_ONLY_VERIFICATION)
              .build();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e); // nothing has been asked of it yet
    }
  }

  void show(Identity identity) {
    keys.updateIdentityCredentials(
        identity.chain().toArray(X509Certificate[]::new), identity.key());
  }

  void trust(Authorities trusted) {
    try {
      authorities.updateTrustCredentials(trusted.certificates().toArray(X509Certificate[]::new));
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalArgumentException("these cannot be trusted", e);
    }
  }

  /** What the transport needs. */
  ServerCredentials credentials(boolean clientsNeedCertificate) throws CredentialException {
    try {
      SslContextBuilder builder =
          GrpcSslContexts.configure(SslContextBuilder.forServer(keys))
              .protocols("TLSv1.3", "TLSv1.2");
      if (clientsNeedCertificate) {
        builder
            .trustManager(new QuietTrust(authorities))
            .clientAuth(ClientAuth.REQUIRE)
            .sessionTimeout(SESSION_SECONDS);
      }
      return NettySslContextServerCredentials.create(builder.build());
    } catch (SSLException e) {
      throw new CredentialException("TLS cannot be had from this Java: " + e.getMessage(), e);
    }
  }
}
