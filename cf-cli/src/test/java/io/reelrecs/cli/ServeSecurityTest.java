package io.reelrecs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.grpc.ChannelCredentials;
import io.grpc.Grpc;
import io.grpc.InsecureChannelCredentials;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.Status.Code;
import io.grpc.StatusRuntimeException;
import io.grpc.TlsChannelCredentials;
import io.grpc.stub.MetadataUtils;
import io.reelrecs.grpc.proto.CandidateFeatures;
import io.reelrecs.grpc.proto.MLScorerGrpc;
import io.reelrecs.grpc.proto.ScoreRequest;
import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code serve} with TLS and tokens, and when it refuses to serve without. */
class ServeSecurityTest {

  private static final char[] PASSWORD = "not a secret".toCharArray();

  @TempDir private static Path folder;
  private static SmallModel small;

  @BeforeAll
  static void train() throws Exception {
    small = SmallModel.in(folder);
  }

  /** A server in the test's JVM, as its JSON line describes it. */
  private record Serving(int port, Thread thread, CompletableFuture<Run> run)
      implements AutoCloseable {

    static Serving start(String... args) throws Exception {
      PipedOutputStream out = new PipedOutputStream();
      BufferedReader lines =
          new BufferedReader(
              new InputStreamReader(new PipedInputStream(out), StandardCharsets.UTF_8));
      String[] all =
          Stream.concat(
                  Stream.of("serve", "--model", small.file().toString(), "--port", "0", "--json"),
                  Stream.of(args))
              .toArray(String[]::new);
      CompletableFuture<Run> run = new CompletableFuture<>();
      Thread thread =
          new Thread(
              () -> {
                try (out) {
                  run.complete(Run.into(out, all));
                } catch (Throwable e) {
                  run.completeExceptionally(e);
                }
              });
      thread.start();
      String line = lines.readLine();
      assertThat(line).as(() -> "started: " + run.join().err()).isNotNull();
      JsonObject started = JsonParser.parseString(line).getAsJsonObject();
      return new Serving(started.get("port").getAsInt(), thread, run);
    }

    String stop() throws Exception {
      thread.interrupt();
      return run.get(30, TimeUnit.SECONDS).err();
    }

    @Override
    public void close() {
      try {
        stop();
      } catch (Exception e) {
        throw new IllegalStateException("the server did not stop", e);
      }
    }
  }

  private static Code score(int port, ChannelCredentials credentials, String token)
      throws Exception {
    ManagedChannel channel =
        Grpc.newChannelBuilderForAddress("localhost", port, credentials).build();
    Metadata headers = new Metadata();
    if (token != null) {
      headers.put(
          Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER), "Bearer " + token);
    }
    try {
      int scores =
          MLScorerGrpc.newBlockingStub(channel)
              .withInterceptors(MetadataUtils.newAttachHeadersInterceptor(headers))
              .scoreCandidates(
                  ScoreRequest.newBuilder()
                      .setUserId(1)
                      .addFeatures(CandidateFeatures.newBuilder().setMovieId(3))
                      .build())
              .getScoresCount();
      return scores == 1 ? Code.OK : Code.DATA_LOSS;
    } catch (StatusRuntimeException e) {
      return e.getStatus().getCode();
    } finally {
      channel.shutdownNow().awaitTermination(30, TimeUnit.SECONDS);
    }
  }

  private static Path own(Path file, String content) throws Exception {
    Files.createFile(file);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    return Files.writeString(file, content);
  }

  @Test
  void serve_tokenThatTokenNewMade_isTheOneThatCounts() throws Exception {
    JsonObject made = Run.of("token", "new", "pipeline", "--json").json().get(0);
    String token = made.get("token").getAsString();
    Path tokens = own(folder.resolve("tokens"), made.get("line").getAsString() + "\n");
    try (Serving server = Serving.start("--auth-tokens", tokens.toString())) {
      ChannelCredentials plain = InsecureChannelCredentials.create();
      assertThat(score(server.port(), plain, token)).isEqualTo(Code.OK);
      assertThat(score(server.port(), plain, token + "x")).isEqualTo(Code.UNAUTHENTICATED);
      assertThat(score(server.port(), plain, null)).isEqualTo(Code.UNAUTHENTICATED);
      assertThat(server.stop()).doesNotContain(token).doesNotContain("sha256:");
    }
  }

  @Test
  void serve_tls_answersClientsThatTrustIt() throws Exception {
    KeyStore store = selfSigned();
    byte[] certificate = store.getCertificate("server").getEncoded();
    Path crt = own(folder.resolve("tls.crt"), pem("CERTIFICATE", certificate));
    Path key =
        own(
            folder.resolve("tls.key"),
            pem("PRIVATE KEY", store.getKey("server", PASSWORD).getEncoded()));
    // Nobody is asked whether it may listen everywhere; it listens on loopback all the same.
    try (Serving server =
        Serving.start("--tls-cert", crt.toString(), "--tls-key", key.toString())) {
      ChannelCredentials trusting =
          TlsChannelCredentials.newBuilder().trustManager(crt.toFile()).build();
      assertThat(score(server.port(), trusting, null)).isEqualTo(Code.OK);
      assertThat(score(server.port(), InsecureChannelCredentials.create(), null))
          .isEqualTo(Code.UNAVAILABLE);
    }
  }

  private static KeyStore selfSigned() throws Exception {
    Path file = folder.resolve("store.p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "server",
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-dname",
                "CN=localhost",
                "-ext",
                "san=dns:localhost",
                "-validity",
                "2",
                "-storetype",
                "PKCS12",
                "-keystore",
                file.toString(),
                "-storepass",
                new String(PASSWORD))
            .redirectErrorStream(true)
            .start();
    String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(keytool.waitFor()).as(said).isZero();
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      store.load(in, PASSWORD);
    }
    return store;
  }

  private static String pem(String type, byte[] der) {
    return "-----BEGIN "
        + type
        + "-----\n"
        + Base64.getMimeEncoder().encodeToString(der)
        + "\n-----END "
        + type
        + "-----\n";
  }

  @Test
  void serve_beyondLoopbackWithoutTls_isRefusedBeforeTheModelIsRead() {
    Run run = Run.of("serve", "--host", "0.0.0.0", "--port", "0", "--model", "no-such-model");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.problem())
        .isEqualTo(
            "will not listen on 0.0.0.0 without TLS: everybody who reaches this machine could ask"
                + " it, and read what others ask. Set tls-cert and tls-key; or listen on"
                + " localhost; or set insecure if something in front of it, a service mesh for"
                + " one, encrypts and knows who calls.");
  }

  @Test
  void serve_insecure_listensEverywhere() throws Exception {
    try (Serving server = Serving.start("--host", "0.0.0.0", "--insecure")) {
      assertThat(score(server.port(), InsecureChannelCredentials.create(), null))
          .isEqualTo(Code.OK);
    }
  }

  @Test
  void serve_flagsThatContradict_areRefused() {
    refused("tls-key must be set beside tls-cert", "--tls-cert", "a");
    refused("tls-cert must be set beside tls-key", "--tls-key", "a");
    refused(
        "tls-cert must be set beside tls-client-ca: clients show certificates to TLS only",
        "--tls-client-ca",
        "a");
    refused(
        "insecure must not be set beside tls-cert: with TLS there is nothing to permit",
        "--tls-cert",
        "a",
        "--tls-key",
        "b",
        "--insecure");
  }

  private static void refused(String problem, String... args) {
    Run run = small.run("serve", args);
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.problem()).isEqualTo(problem);
  }

  @Test
  void serve_tokensThatAreNone_saysTheLineAndQuotesNothing() throws Exception {
    Path tokens = own(folder.resolve("bad-tokens"), "pipeline score rr_this-is-the-token-itself\n");

    Run run = small.run("serve", "--port", "0", "--auth-tokens", tokens.toString());

    assertThat(run.status()).isEqualTo(3);
    assertThat(run.problem()).startsWith(tokens + ": line 1: the credential has to be sha256: ");
    assertThat(run.err()).doesNotContain("rr_this");
  }

  @Test
  void printConfig_namesFilesAndReadsNone() {
    Run run =
        Run.with(
            Map.of("REELRECS_INSECURE", "true"),
            "serve",
            "--print-config",
            "--auth-tokens",
            "no-such-file");

    assertThat(run.status()).isZero();
    assertThat(run.out())
        .containsPattern("auth-tokens +no-such-file +--auth-tokens")
        .containsPattern("insecure +true +REELRECS_INSECURE")
        .containsPattern("tls-key +default");
  }
}
