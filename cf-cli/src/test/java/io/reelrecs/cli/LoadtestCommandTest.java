package io.reelrecs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.reelrecs.grpc.proto.ScoreRequest;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class LoadtestCommandTest {

  @TempDir private static Path folder;
  private static ToyServer server;

  @BeforeAll
  static void start() throws Exception {
    server = ToyServer.start();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void loadtest_json_hasTheFiguresOfARun() {
    Run run = loadtest("--rate", "200", "--candidates", "50", "--json");

    assertThat(run.status()).as(run.err()).isZero();
    assertThat(run.json()).hasSize(1);
    JsonObject row = run.json().get(0);
    assertThat(row.keySet())
        .containsExactly(
            "target",
            "connections",
            "candidates",
            "rate",
            "arrivals",
            "duration_s",
            "concurrency",
            "due",
            "sent",
            "sent_per_s",
            "waited",
            "verdict",
            "ok",
            "ok_per_s",
            "errors",
            "outcomes",
            "latency",
            "as_sent",
            "failures",
            "send_lag",
            "client_cpu_us_per_request");
    assertThat(row.get("rate").getAsDouble()).isEqualTo(200);
    assertThat(row.get("duration_s").getAsDouble()).isEqualTo(0.2);
    assertThat(row.get("due").getAsLong()).isEqualTo(40);
    assertThat(row.get("outcomes")).hasToString("{\"OK\":40}");
    assertThat(row.getAsJsonObject("latency").keySet())
        .containsExactly("count", "p50_s", "p90_s", "p99_s", "p999_s", "max_s", "mean_s");
    assertThat(row.getAsJsonObject("latency").get("count").getAsLong()).isEqualTo(40);
    assertThat(row.getAsJsonObject("latency").get("p99_s").getAsDouble())
        .isPositive()
        .isLessThanOrEqualTo(row.getAsJsonObject("latency").get("max_s").getAsDouble());
  }

  @Test
  void loadtest_text_isATable() {
    Run run =
        loadtest(
            "--rate",
            "100",
            "--poisson",
            "--server-pid",
            Long.toString(ProcessHandle.current().pid()));

    assertThat(run.status()).as(run.err()).isZero();
    List<String> lines = run.out().lines().toList();
    assertThat(lines.get(0)).isEqualTo("Server     127.0.0.1:" + server.port() + ", 1 connection");
    assertThat(lines.get(1))
        .isEqualTo(
            "Load       100 requests/s (poisson) for 0.2 s after 0.1 s, 200 candidates each");
    assertThat(lines.get(2)).startsWith("Sent       ");
    assertThat(lines.get(3)).startsWith("Answered   ").contains(" OK, ");
    assertThat(lines.get(4)).startsWith("Processor  client ").contains(", server ");
    assertThat(lines.get(6).strip().split(" +"))
        .containsExactly("p50", "p90", "p99", "p99.9", "max", "mean");
    assertThat(lines.subList(7, lines.size()).stream().map(line -> line.split("  ", 2)[0]))
        .containsExactly("latency", "as sent", "send lag");
  }

  @Test
  void loadtest_rateMax_keepsRequestsUnderWay() {
    Run run = loadtest("--rate", "max", "--concurrency", "4", "--json");

    assertThat(run.status()).as(run.err()).isZero();
    JsonObject row = run.json().get(0);
    assertThat(row.get("rate").getAsString()).isEqualTo("max");
    assertThat(row.get("concurrency").getAsInt()).isEqualTo(4);
    assertThat(row.get("ok").getAsLong()).isPositive();
    assertThat(loadtest("--rate", "max").out())
        .contains("Load       64 requests always under way for 0.2 s after 0.1 s, ")
        .doesNotContain("send lag");
  }

  @Test
  void loadtest_limits_failWhenBroken() {
    assertThat(loadtest("--max-p99", "1h", "--max-errors", "0").status()).isZero();
    Run run = loadtest("--max-p99", "1us");

    assertThat(run.status()).isEqualTo(7);
    assertThat(run.out()).startsWith("Server ");
    assertThat(run.problem()).startsWith("the latency's p99 is ").endsWith("limit of 1.00 us");
  }

  @Test
  void loadtest_ratings_areWhatUsersAndMoviesAreDrawnFrom() throws Exception {
    Path ratings =
        Files.writeString(folder.resolve("r.dat"), "77::5::3::1\n77::6::3::2\n77::7::4::3\n");
    Path written = folder.resolve("ratings.bin");

    Run run =
        loadtest(
            "--ratings",
            ratings.toString(),
            "--candidates",
            "3",
            "--write-requests",
            written.toString());

    assertThat(run.status()).as(run.err()).isZero();
    assertThat(run.out()).isEmpty();
    List<ScoreRequest> requests = read(written);
    assertThat(requests).hasSize(2_048);
    assertThat(requests)
        .allSatisfy(
            request -> {
              assertThat(request.getUserId()).isEqualTo(77);
              assertThat(request.getFeaturesList())
                  .extracting("movieId_")
                  .containsExactlyInAnyOrder(5, 6, 7);
            });
  }

  @Test
  void loadtest_writeRequests_followTheSeed() throws Exception {
    byte[] first = written("--seed", "5");

    assertThat(written("--seed", "5")).isEqualTo(first);
    assertThat(written("--seed", "6")).isNotEqualTo(first);
  }

  private static byte[] written(String... args) throws IOException {
    Path file = folder.resolve("requests.bin");
    List<String> all = new ArrayList<>(List.of("--write-requests", file.toString()));
    all.addAll(List.of("--candidates", "5"));
    all.addAll(List.of(args));
    assertThat(loadtest(all.toArray(String[]::new)).status()).isZero();
    return Files.readAllBytes(file);
  }

  private static List<ScoreRequest> read(Path file) throws IOException {
    List<ScoreRequest> requests = new ArrayList<>();
    try (InputStream in = Files.newInputStream(file)) {
      for (ScoreRequest request = ScoreRequest.parseDelimitedFrom(in);
          request != null;
          request = ScoreRequest.parseDelimitedFrom(in)) {
        requests.add(request);
      }
    }
    return requests;
  }

  @Test
  void loadtest_refusedByTheServer_saysWhy() {
    Run run = loadtest("--candidates", "201");

    assertThat(run.status()).isEqualTo(6);
    assertThat(run.out()).isEmpty();
    assertThat(run.problem())
        .startsWith("the first request was refused by 127.0.0.1:" + server.port())
        .contains("INVALID_ARGUMENT: ");
  }

  @Test
  void loadtest_nobodyListens_saysHowToStartAServer() throws Exception {
    int port;
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = taken.getLocalPort();
    }

    Run run = Run.of("loadtest", "--target", "127.0.0.1:" + port);

    assertThat(run.status()).isEqualTo(6);
    assertThat(run.problem()).startsWith("cannot reach 127.0.0.1:" + port + ": UNAVAILABLE");
    assertThat(run.err()).contains("Start a server with: reelrecs serve --port " + port);
  }

  @Test
  void loadtest_usage_isSaidInPlainWords() {
    assertUsage("target must be HOST:PORT, actual: here", "--target", "here");
    assertUsage(
        "Invalid value for option '--rate': must be a number or max, actual: fast",
        "--rate",
        "fast");
    assertUsage("rate must be above 0 and at most 10000000, or max, actual: 0.0", "--rate", "0");
    assertUsage(
        "Invalid value for option '--duration': must be a time as in 250ms, 30s, 5m or 1h, actual: 5x",
        "--duration",
        "5x");
    assertUsage("duration must be above 0, up to 7 days, actual: PT0S", "--duration", "0");
    assertUsage("connections must be in [1, 1000], actual: 0", "--connections", "0");
    assertUsage("tries must be in [1, 5], actual: 9", "--tries", "9");
    assertUsage("users must be >= 1, actual: 0", "--users", "0");
    assertUsage("candidates must be at most the 9 movies there are, actual: 200", "--movies", "9");
  }

  private static void assertUsage(String message, String... args) {
    Run run = loadtest(args);

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.problem()).isEqualTo(message);
  }

  private static Run loadtest(String... args) {
    List<String> all = new ArrayList<>(List.of("loadtest"));
    List<String> given = List.of(args);
    if (!given.contains("--target")) {
      all.addAll(List.of("--target", "127.0.0.1:" + server.port()));
    }
    if (!given.contains("--duration")) {
      all.addAll(List.of("--duration", "200ms"));
    }
    all.addAll(List.of("--warmup", "100ms"));
    all.addAll(given);
    return Run.of(all.toArray(String[]::new));
  }
}
