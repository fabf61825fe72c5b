package io.reelrecs.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.reelrecs.core.score.Scorer;
import io.reelrecs.grpc.proto.CandidateFeatures;
import io.reelrecs.grpc.proto.MLScorerGrpc;
import io.reelrecs.grpc.proto.ScoreRequest;
import io.reelrecs.grpc.proto.ScoreResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class ServeCommandTest {

  @TempDir private static Path folder;
  private static SmallModel small;

  private final ExecutorService threads = Executors.newCachedThreadPool();

  @BeforeAll
  static void train() throws Exception {
    small = SmallModel.in(folder);
  }

  @AfterEach
  void stop() {
    threads.shutdownNow();
  }

  @Test
  void serve_json_tellsThePortAndAnswersThere() throws Exception {
    PipedOutputStream out = new PipedOutputStream();
    BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(new PipedInputStream(out), StandardCharsets.UTF_8));
    AtomicReference<Thread> server = new AtomicReference<>();
    Future<Run> run =
        threads.submit(
            () -> {
              server.set(Thread.currentThread());
              return Run.into(
                  out,
                  "serve",
                  "--port",
                  "0",
                  "--host",
                  "127.0.0.1",
                  "--weights",
                  "1,0,0,0,0",
                  "--model",
                  small.file().toString(),
                  "--json");
            });

    JsonObject started = JsonParser.parseString(lines.readLine()).getAsJsonObject();
    assertThat(started.keySet())
        .containsExactly("listening", "port", "model", "version", "algorithm", "users", "movies");
    int port = started.get("port").getAsInt();
    assertThat(started.get("listening")).hasToString("[\"127.0.0.1:" + port + "\"]");
    assertThat(started.get("users").getAsInt()).isEqualTo(SmallModel.USERS);

    List<Float> scores = ask(port, 3, 9, 777_777).getScoresList();

    Scorer scorer = Scorer.of(small.model());
    assertThat(scores).hasSize(3);
    assertThat(scores.get(0)).isCloseTo((float) scorer.score(1, 3).value(), within(1e-6f));
    assertThat(scores.get(1)).isCloseTo((float) scorer.score(1, 9).value(), within(1e-6f));
    assertThat(scores.get(2)).isCloseTo((float) scorer.score(1, 777_777).value(), within(1e-6f));
    server.get().interrupt();
    assertThat(run.get(30, TimeUnit.SECONDS).status()).isEqualTo(130);
  }

  @Test
  void serve_portInUse_saysSo() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = Integer.toString(taken.getLocalPort());

      Run run = small.run("serve", "--host", "127.0.0.1", "--port", port, "--json");

      assertThat(run.status()).isEqualTo(6);
      assertThat(run.out()).isEmpty();
      assertThat(run.problem()).startsWith("cannot listen on 127.0.0.1:" + port + ": ");
    }
  }

  @Test
  void serve_usage_isSaidInPlainWords() {
    String weights = "Invalid value for option '--weights': ";
    assertUsage(weights + "must be 5 numbers, actual: 1,2", "--weights", "1,2");
    assertUsage(weights + "must be numbers, actual: \"a\" in 1,1,a,1,1", "--weights", "1,1,a,1,1");
    assertUsage(
        weights + "must be numbers, actual: \"NaN\" in NaN,1,1,1,1", "--weights", "NaN,1,1,1,1");
    assertUsage(
        weights + "weight yearPreference must be in [0, 1000.0], actual: -1.0",
        "--weights",
        "1,1,1,1,-1");
    assertUsage(
        "Invalid value for option '--feature-range': must be rescale or raw, actual: cut",
        "--feature-range",
        "cut");
    assertUsage("port must be in [0, 65535], actual: 65536", "--port", "65536");
    assertUsage("default-score must be in [0, 1], actual: 2.0", "--default-score", "2");
    assertUsage("max-candidates must be >= 1, actual: 0", "--max-candidates", "0");
    assertUsage(
        "Invalid value for option '--stop-grace': must be a time as in 250ms, 30s, 5m or 1h, actual: -1",
        "--stop-grace",
        "-1");
    assertUsage(
        "reload-period must be in [0, 86400] seconds, actual: -1.0", "--reload-period", "-1");
    assertUsage("warm-up must be in [0, 86400] seconds, actual: 1.0E9", "--warm-up", "1e9");
    assertUsage("threads must be >= 1, actual: 0", "--threads", "0");
    assertUsage(
        "Invalid value for option '--default-score': must be a number, as in 0.5, actual: half",
        "--default-score",
        "half");
  }

  @Test
  void serve_hangUp_takesUpThePromotedVersion() throws Exception {
    Path versions = folder.resolve("versions");
    for (String weights : List.of("5", "1")) {
      Run trained =
          Run.of(
              "train",
              "--ratings",
              small.ratings().toString(),
              "--algorithm",
              "reference:k=" + weights,
              "--out",
              versions.resolve("k" + weights + ".rrm").toString());
      assertThat(trained.status()).isZero();
    }
    assertThat(promote(versions, "k5")).isZero();
    Launcher launcher = Launcher.in(folder).onThisJvm().running(Main.class);
    launcher.set("REELRECS_JAVA_OPTS", "-Dslf4j.internal.verbosity=ERROR");
    Process process =
        launcher.start(
            "serve", "--json", "--port", "0", "--reload-period", "0", "--model", "versions");
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    JsonObject started = JsonParser.parseString(lines.readLine()).getAsJsonObject();
    assertThat(started.get("version").getAsString()).isEqualTo("k5");
    int port = started.get("port").getAsInt();
    int[] movies = IntStream.rangeClosed(1, SmallModel.MOVIES).toArray();
    List<Float> before = ask(port, movies).getScoresList();

    assertThat(promote(versions, "k1")).isZero();
    assertThat(ask(port, movies).getScoresList()).as("nobody looks").isEqualTo(before);
    new ProcessBuilder("kill", "-HUP", Long.toString(process.pid())).start().waitFor();
    while (ask(port, movies).getScoresList().equals(before)) {
      Thread.sleep(10);
    }

    process.toHandle().destroy(); // SIGTERM
    Run run = launcher.finish(process);
    assertThat(run.status()).isZero();
    assertThat(run.err())
        .contains("Model version k1 serves in place of k5")
        .contains("; models reloaded 1, refused 0\n");
  }

  private static int promote(Path versions, String version) {
    return Run.of("model", "promote", version, "--model", versions.toString()).status();
  }

  @Test
  void serve_terminated_stopsInGoodOrder() throws Exception {
    Launcher launcher = Launcher.in(folder).onThisJvm().running(Main.class);
    // A logging library that only the tests bring says that it has nowhere to log to.
    launcher.set("REELRECS_JAVA_OPTS", "-Dslf4j.internal.verbosity=ERROR");
    Process process = launcher.start("serve", "--port", "0");
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    String started = lines.readLine();
    assertThat(started)
        .startsWith("serving models/reelrecs.rrm (reference, 60 users, 50 movies) on 127.0.0.1:")
        .endsWith("; Ctrl-C stops");
    int port = Integer.parseInt(started.replaceFirst(".* on 127\\.0\\.0\\.1:(\\d+).*", "$1"));
    assertThat(ask(port, 3).getScoresCount()).isEqualTo(1);

    process.toHandle().destroy(); // SIGTERM

    Run run = launcher.finish(process);
    assertThat(run.status()).isZero();
    assertThat(run.err())
        .startsWith("stopping: finishing the requests under way\nanswered ")
        .endsWith("\nstopped\n");
  }

  @Test
  void serve_terminatedTwice_endsAtOnce() throws Exception {
    Launcher launcher = Launcher.in(folder).onThisJvm().running(Main.class);
    launcher.set("REELRECS_JAVA_OPTS", "-Dslf4j.internal.verbosity=ERROR");
    launcher.set("REELRECS_DRAIN_DELAY", "1h");
    Process process = launcher.start("serve", "--port", "0", "--json");
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    int port = JsonParser.parseString(lines.readLine()).getAsJsonObject().get("port").getAsInt();
    process.toHandle().destroy();
    while (!launcher.errorsSoFar(process).contains("answers on")) {
      Thread.sleep(10);
    }
    assertThat(ask(port, 3).getScoresCount()).isEqualTo(1);

    process.toHandle().destroy();

    Run run = launcher.finish(process);
    assertThat(run.status()).isEqualTo(143);
    assertThat(run.err())
        .isEqualTo(
            """
            stopping: reports NOT_SERVING, and answers on for a while
            stopped at once: a second signal came before all was done
            """);
  }

  /** {@link RestartsProof} does it a hundred times. */
  @Test
  void serve_terminatedUnderLoad_losesNoRequest() throws Exception {
    Launcher launcher = Launcher.in(folder).onThisJvm().running(Main.class);
    launcher.set("REELRECS_JAVA_OPTS", "-Dslf4j.internal.verbosity=ERROR");
    try (Restarts restarts = new Restarts(launcher, small.file())) {
      assertThat(restarts.stop(0)).isZero();

      assertThat(restarts.lost()).isEmpty();
    }
  }

  private static void assertUsage(String message, String... args) {
    Run run = small.run("serve", args);

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.problem()).isEqualTo(message);
  }

  /** Asks over a real socket, as user 1. */
  private static ScoreResponse ask(int port, int... movies) throws InterruptedException {
    ManagedChannel channel =
        ManagedChannelBuilder.forAddress("127.0.0.1", port).usePlaintext().build();
    try {
      List<CandidateFeatures> features = new ArrayList<>();
      for (int movie : movies) {
        features.add(CandidateFeatures.newBuilder().setMovieId(movie).build());
      }
      ScoreRequest request =
          ScoreRequest.newBuilder().setUserId(1).addAllFeatures(features).build();
      return MLScorerGrpc.newBlockingStub(channel)
          .withDeadlineAfter(30, TimeUnit.SECONDS)
          .scoreCandidates(request);
    } finally {
      channel.shutdownNow().awaitTermination(10, TimeUnit.SECONDS);
    }
  }
}
