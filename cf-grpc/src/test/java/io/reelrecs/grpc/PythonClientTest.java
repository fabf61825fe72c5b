package io.reelrecs.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.reelrecs.core.score.BlendWeights;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A client that this build did not generate: Python's grpcio makes its own stubs from the same
 * {@code .proto}. The interpreter is the system property {@code reelrecs.python}, else the variable
 * {@code REELRECS_PYTHON}, else {@code python3}; without grpcio and grpcio-tools there the tests
 * skip, and say so.
 */
class PythonClientTest {

  private static final Path PROTO = Path.of("..", "proto", "recommendations.proto");
  private static final Path CLIENT = Path.of("src", "test", "python", "score_client.py");

  private record Run(int exitCode, String output) {}

  @BeforeAll
  static void needsPythonWithGrpc() {
    assumeTrue(
        canRun(),
        () -> "skipped: " + python() + " has no grpcio and grpcio-tools; set REELRECS_PYTHON");
  }

  @Test
  void python_scoresCandidates_asTheFormulaSays() throws Exception {
    ToyScorer scorer = (user, movie) -> user == 1 && movie == 1193 ? 1 : 0;
    try (RecommendationServer server = start(scorer, ServerOptions.builder())) {
      // 0.40 * cf + 0.25 * 0.5 + 0.20 * 0.75 + 0.10 * 1 + 0.05 * 0.125
      assertThat(
              ask(server, "--user", "1", "--movies", "1193,661", "--features", "0.5,0.75,1,0.125"))
          .isEqualTo("{\"scores\": [0.78125, 0.3812499940395355]}");
    }
  }

  @Test
  void python_largestIds_areUnsigned() throws Exception {
    ToyScorer scorer =
        (user, movie) -> user == 4_294_967_295L && movie == 4_294_967_294L ? 0.75 : 0.125;
    ServerOptions.Builder options =
        ServerOptions.builder().weights(new BlendWeights(1, 0, 0, 0, 0));
    try (RecommendationServer server = start(scorer, options)) {
      assertThat(ask(server, "--user", "4294967295", "--movies", "4294967294,1"))
          .isEqualTo("{\"scores\": [0.75, 0.125]}");
    }
  }

  @Test
  void python_featuresNotFinite_countAsZero() throws Exception {
    try (RecommendationServer server = start((user, movie) -> 0.625, ServerOptions.builder())) {
      assertThat(ask(server, "--features", "nan,inf,-inf,nan")).isEqualTo("{\"scores\": [0.25]}");
    }
  }

  @Test
  void python_noCandidates_emptyResponse() throws Exception {
    try (RecommendationServer server = start((user, movie) -> 1, ServerOptions.builder())) {
      assertThat(ask(server, "--movies", "")).isEqualTo("{\"scores\": []}");
    }
  }

  @Test
  void python_tooManyCandidates_getsTheStatusAndTheLimit() throws Exception {
    ServerOptions.Builder options = ServerOptions.builder().maxCandidates(2);
    try (RecommendationServer server = start((user, movie) -> 1, options)) {
      assertThat(ask(server, "--movies", "1,2,3"))
          .isEqualTo(
              "{\"code\": \"INVALID_ARGUMENT\", \"details\": \"a request must have at most 2"
                  + " candidates, actual: 3; send them in several requests\"}");
    }
  }

  private static RecommendationServer start(ToyScorer scorer, ServerOptions.Builder options)
      throws ServerStartException {
    return new RecommendationServer(scorer, options.port(0).build()).start();
  }

  private static String ask(RecommendationServer server, String... arguments) throws Exception {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--target", "localhost:" + server.port()));
    Run run = run(all);
    assertThat(run.exitCode()).as(run.output()).isZero();
    return run.output().strip();
  }

  private static boolean canRun() {
    try {
      return run(List.of("--check")).exitCode() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static Run run(List<String> arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.addAll(List.of(python(), CLIENT.toString(), "--proto", PROTO.toString()));
    command.addAll(arguments);
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Run(process.waitFor(), output);
  }

  private static String python() {
    String variable = System.getenv().getOrDefault("REELRECS_PYTHON", "python3");
    return System.getProperty("reelrecs.python", variable);
  }
}
