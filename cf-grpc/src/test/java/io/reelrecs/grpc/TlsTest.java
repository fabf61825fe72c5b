package io.reelrecs.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.grpc.ManagedChannel;
import io.grpc.Status.Code;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.shaded.io.grpc.netty.GrpcSslContexts;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.netty.shaded.io.netty.handler.ssl.OpenSsl;
import io.grpc.netty.shaded.io.netty.handler.ssl.util.InsecureTrustManagerFactory;
import io.reelrecs.grpc.proto.MLScorerGrpc;
import io.reelrecs.grpc.security.SecurityOptions;
import io.reelrecs.grpc.security.TestAuthority;
import io.reelrecs.grpc.security.TlsFiles;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who can connect; over real sockets, with a client that knows recommendations.proto only. */
class TlsTest {

  @TempDir Path folder;

  private final SecureClients clients = new SecureClients();
  private final LogCapture transport = new LogCapture("io.grpc.netty");
  private final LogCapture log = new LogCapture("io.reelrecs.grpc.security");
  private TestAuthority authority;
  private TestAuthority stranger;
  private Path certificate;
  private Path key;
  private Path clientAuthority;

  @BeforeEach
  void make() throws Exception {
    authority = new TestAuthority("servers and clients");
    stranger = new TestAuthority("nobody");
    certificate = folder.resolve("tls.crt");
    key = folder.resolve("tls.key");
    clientAuthority = folder.resolve("ca.crt");
    authority.server().write(certificate, key);
    TestAuthority.write(clientAuthority, TestAuthority.pem(authority.certificate()));
  }

  @AfterEach
  void close() {
    clients.close();
    transport.close();
    log.close();
  }

  private RecommendationServer serve(Optional<Path> clientAuthority) throws Exception {
    ToyScorer scorer = (user, movie) -> 1;
    ServerOptions options =
        ServerOptions.builder()
            .port(0)
            .security(
                SecurityOptions.builder()
                    .tls(new TlsFiles(certificate, key, clientAuthority))
                    .build())
            .build();
    return new RecommendationServer(scorer, options).start();
  }

  @Test
  void tls_clientThatTrustsTheAuthority_isAnswered() throws Exception {
    try (RecommendationServer server = serve(Optional.empty())) {
      assertThat(SecureClients.score(clients.tls(server.port(), authority, Optional.empty())))
          .isEqualTo(Code.OK);
      assertThat(server.security().certificateNotAfter()).isPresent();
    }
  }

  @Test
  void tls_rsaCertificate_isAnswered() throws Exception {
    KeyPair rsa = TestAuthority.rsa();
    authority
        .issue(rsa, "localhost", Duration.ofDays(-1), Duration.ofDays(1), true)
        .write(certificate, key);
    try (RecommendationServer server = serve(Optional.empty())) {
      assertThat(SecureClients.score(clients.tls(server.port(), authority, Optional.empty())))
          .isEqualTo(Code.OK);
    }
  }

  @Test
  void tls_clientThatTrustsAnotherOrSpeaksNoTls_failsAndOthersDoNot() throws Exception {
    try (RecommendationServer server = serve(Optional.empty())) {
      assertThat(SecureClients.score(clients.tls(server.port(), stranger, Optional.empty())))
          .isEqualTo(Code.UNAVAILABLE);
      assertThat(SecureClients.score(clients.plain(server.port()))).isEqualTo(Code.UNAVAILABLE);
      assertThat(SecureClients.score(clients.tls(server.port(), authority, Optional.empty())))
          .isEqualTo(Code.OK);
    }
  }

  @Test
  void tls_version12And13_areSpoken() throws Exception {
    try (RecommendationServer server = serve(Optional.empty())) {
      assertThat(scoreBy(server.port(), "TLSv1.3")).isEqualTo("answered");
      assertThat(scoreBy(server.port(), "TLSv1.2")).isEqualTo("answered");
    }
  }

  @Test
  void tls_oldVersions_areRefused() throws Exception {
    assumeTrue(OpenSsl.isAvailable(), "skipped: the JDK's own client does not offer old versions");
    try (RecommendationServer server = serve(Optional.empty())) {
      // The server's own word: not for want of a cipher, and not because the client would not.
      assertThat(scoreBy(server.port(), "TLSv1.1")).contains("TLSV1_ALERT_PROTOCOL_VERSION");
      assertThat(scoreBy(server.port(), "TLSv1")).contains("TLSV1_ALERT_PROTOCOL_VERSION");
    }
  }

  private static String scoreBy(int port, String version) throws Exception {
    ManagedChannel channel =
        NettyChannelBuilder.forAddress("localhost", port)
            .sslContext(
                GrpcSslContexts.forClient()
                    .trustManager(InsecureTrustManagerFactory.INSTANCE)
                    .ciphers(
                        List.of(
                            "TLS_AES_128_GCM_SHA256",
                            "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256",
                            "TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA"))
                    .protocols(version)
                    .build())
            .disableRetry()
            .build();
    try {
      var unused = MLScorerGrpc.newBlockingStub(channel).scoreCandidates(Requests.plain(1, 3));
      return "answered";
    } catch (StatusRuntimeException e) {
      return String.valueOf(e.getCause());
    } finally {
      channel.shutdownNow();
    }
  }

  @Test
  void mutualTls_clients_areTakenByTheirCertificates() throws Exception {
    TestAuthority.Issued good = authority.client("jobs.test");
    TestAuthority.Issued expired =
        authority.issue(
            TestAuthority.ec(), "old.test", Duration.ofDays(-2), Duration.ofDays(-1), false);
    TestAuthority.Issued forServers = authority.server();
    try (RecommendationServer server = serve(Optional.of(clientAuthority))) {
      int port = server.port();
      assertThat(score(port, Optional.of(good))).isEqualTo(Code.OK);
      assertThat(score(port, Optional.empty())).isEqualTo(Code.UNAVAILABLE);
      assertThat(score(port, Optional.of(expired))).isEqualTo(Code.UNAVAILABLE);
      assertThat(score(port, Optional.of(stranger.client("jobs.test"))))
          .isEqualTo(Code.UNAVAILABLE);
      assertThat(score(port, Optional.of(forServers))).isEqualTo(Code.UNAVAILABLE);
      assertThat(score(port, Optional.of(good))).isEqualTo(Code.OK);
    }
  }

  private Code score(int port, Optional<TestAuthority.Issued> own) throws Exception {
    return SecureClients.score(clients.tls(port, authority, own));
  }

  @Test
  void start_badCertificate_failsAndSaysWhichFile() throws Exception {
    authority.server().write(folder.resolve("other.crt"), key);
    assertThatThrownBy(() -> serve(Optional.empty()).close())
        .isInstanceOf(ServerStartException.class)
        .hasMessage(key + ": does not belong to the certificate");
  }

  @Test
  void start_beyondLoopbackWithoutTls_fails() {
    ToyScorer scorer = (user, movie) -> 1;
    ServerOptions options = ServerOptions.builder().host("0.0.0.0").port(0).build();
    try (RecommendationServer server = new RecommendationServer(scorer, options)) {
      assertThatThrownBy(server::start)
          .isInstanceOf(ServerStartException.class)
          .hasMessageStartingWith("will not listen on 0.0.0.0 without TLS: ");
    }
  }
}
