package io.reelrecs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.grpc.Metadata;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.MetadataUtils;
import io.reelrecs.grpc.proto.CandidateFeatures;
import io.reelrecs.grpc.proto.MLScorerGrpc;
import io.reelrecs.grpc.proto.ScoreRequest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What there is to see of {@code reelrecs serve} from outside. */
@Timeout(60)
class ObservationTest {

  @TempDir private static Path folder;
  private static SmallModel small;

  @BeforeAll
  static void train() throws Exception {
    small = SmallModel.in(folder);
  }

  @Test
  void serve_httpPortAndJsonLog_tellOfItsRequests() throws Exception {
    Launcher launcher = Launcher.in(folder).onThisJvm().running(Main.class);
    launcher.set("REELRECS_JAVA_OPTS", "-Dslf4j.internal.verbosity=ERROR");
    Process process =
        launcher.start(
            "serve",
            "--port=0",
            "--http-port=0",
            "--log-format=json",
            "--max-candidates=1",
            "--json");
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    JsonObject started = JsonParser.parseString(lines.readLine()).getAsJsonObject();
    String http = "http://" + started.get("http").getAsString();

    assertThat(get(http + "/readyz")).isEqualTo("ready\n");
    ask(started.get("port").getAsInt());
    String failures = "grpc_status=\"INVALID_ARGUMENT\",le=\"+Inf\"} 1";
    String metrics = get(http + "/metrics");
    while (!metrics.contains(failures)) { // the server is told of the end after the client
      metrics = get(http + "/metrics");
    }
    assertThat(metrics.lines())
        .contains("reelrecs_scores_total{source=\"neighbors\"} 0.0")
        .contains("reelrecs_ready 1.0")
        .anyMatch(line -> line.startsWith("reelrecs_model_info{") && line.contains("reference"))
        .anyMatch(line -> line.startsWith("reelrecs_build_info{version=\""));

    process.toHandle().destroy(); // SIGTERM
    Run run = launcher.finish(process);

    assertThat(run.status()).isZero();
    List<JsonObject> log =
        run.err().lines().map(line -> JsonParser.parseString(line).getAsJsonObject()).toList();
    assertThat(log).extracting(line -> line.get("message").getAsString()).endsWith("stopped");
    List<JsonObject> failed = log.stream().filter(line -> line.has("grpc_status")).toList();
    assertThat(failed).hasSize(1);
    assertThat(failed.get(0).get("request_id").getAsString()).isEqualTo("order-73");
    assertThat(failed.get(0).get("grpc_status").getAsString()).isEqualTo("INVALID_ARGUMENT");
    assertThat(log).hasSize(4);
  }

  @Test
  void serve_httpPortInUse_saysSo() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = Integer.toString(taken.getLocalPort());

      Run run = small.run("serve", "--port", "0", "--http-port", port);

      assertThat(run.status()).isEqualTo(6);
      assertThat(run.problem())
          .startsWith("cannot listen for HTTP on 127.0.0.1:" + port + ": Address already in use. ");
    }
  }

  @Test
  void serve_usage_isSaidInPlainWords() {
    assertUsage("http-port must be in [0, 65535], actual: 65536", "--http-port", "65536");
    assertUsage(
        "Invalid value for option '--log-format': must be text or json, actual: xml",
        "--log-format",
        "xml");
    assertUsage(
        "Invalid value for option '--tracing': must be none or otlp, actual: jaeger",
        "--tracing",
        "jaeger");
  }

  private static void assertUsage(String message, String... args) {
    Run run = small.run("serve", args);

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.problem()).isEqualTo(message);
  }

  /** Sends two candidates, one too many. */
  private static void ask(int port) throws InterruptedException {
    Metadata headers = new Metadata();
    headers.put(Metadata.Key.of("x-request-id", Metadata.ASCII_STRING_MARSHALLER), "order-73");
    ManagedChannel channel =
        ManagedChannelBuilder.forAddress("127.0.0.1", port)
            .usePlaintext()
            .intercept(MetadataUtils.newAttachHeadersInterceptor(headers))
            .build();
    try {
      CandidateFeatures candidate = CandidateFeatures.newBuilder().setMovieId(3).build();
      MLScorerGrpc.newBlockingStub(channel)
          .withDeadlineAfter(30, TimeUnit.SECONDS)
          .scoreCandidates(
              ScoreRequest.newBuilder().addFeatures(candidate).addFeatures(candidate).build());
    } catch (StatusRuntimeException e) {
      return;
    } finally {
      channel.shutdownNow().awaitTermination(10, TimeUnit.SECONDS);
    }
    throw new AssertionError("should have been refused");
  }

  private static String get(String url) throws IOException {
    try (InputStream in = URI.create(url).toURL().openStream()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
