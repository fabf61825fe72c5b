package io.reelrecs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.reelrecs.core.search.KernelInfo;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BenchCommandTest {

  @TempDir private static Path folder;
  private static Path ratings;

  @BeforeAll
  static void makeRatings() throws Exception {
    ratings = SmallModel.ratings(folder.resolve("ratings.dat"));
  }

  @Test
  void bench_json_isALineForEachCaseInOrder() {
    Run run = bench("--threads", "2", "--json");

    assertThat(run.status()).as(run.err()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.json().stream().map(BenchCommandTest::name))
        .containsExactly("read", "search", "user", "score", "score", "train");
    assertThat(run.json()).allSatisfy(BenchCommandTest::assertTimes);
    assertThat(run.json().stream().map(row -> row.get("threads").getAsInt()))
        .containsExactly(2, 2, 1, 1, 1, 2);
  }

  /** Times that are times: what they are depends on the machine. */
  private static void assertTimes(JsonObject row) {
    assertThat(row.get("kernel").getAsString()).isEqualTo(KernelInfo.active().name());
    assertThat(row.get("runs").getAsLong()).isGreaterThanOrEqualTo(3);
    assertThat(row.get("first_s").getAsDouble()).isPositive();
    assertThat(row.get("min_s").getAsDouble())
        .isPositive()
        .isLessThanOrEqualTo(row.get("median_s").getAsDouble());
    if (row.has("p50_s")) {
      assertThat(row.get("p50_s")).isEqualTo(row.get("median_s"));
      assertThat(row.get("p99_s").getAsDouble())
          .isGreaterThanOrEqualTo(row.get("p50_s").getAsDouble());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "read, bytes mb_per_s columns_median_s columns_min_s",
    "search, k build_s",
    "user, p50_s p99_s k build_s",
    "score, p50_s p99_s candidates algorithm",
    "train, algorithm model_bytes"
  })
  void bench_oneCase_hasTheFieldsOfTheContract(String name, String more) {
    Run run = bench(name, "--json");

    List<String> fields =
        new ArrayList<>(List.of("case", "kernel", "threads", "first_s", "median_s", "min_s"));
    List<String> own = List.of(more.split(" "));
    own.stream().filter(field -> field.startsWith("p")).forEach(fields::add);
    fields.add("runs");
    own.stream().filter(field -> !field.startsWith("p")).forEach(fields::add);
    assertThat(run.json()).isNotEmpty();
    for (JsonObject row : run.json()) {
      assertThat(name(row)).isEqualTo(name);
      assertThat(row.keySet()).containsExactlyElementsOf(fields);
    }
  }

  @Test
  void bench_read_knowsTheFile() throws Exception {
    JsonObject row = bench("read", "--json").json().get(0);

    long bytes = Files.size(ratings);
    assertThat(row.get("bytes").getAsLong()).isEqualTo(bytes);
    double rate = bytes / 1e6 / row.get("median_s").getAsDouble();
    assertThat(row.get("mb_per_s").getAsDouble() - rate).isBetween(-0.06, 0.06);
    assertThat(row.get("columns_min_s").getAsDouble())
        .isPositive()
        .isLessThanOrEqualTo(row.get("columns_median_s").getAsDouble());
  }

  @Test
  void bench_algorithms_haveALineEachAndTakeTheirK() {
    List<JsonObject> rows =
        bench("score", "train", "--algorithm", "baseline,reference", "--k", "3", "--json").json();

    assertThat(rows.stream().map(row -> name(row) + " " + row.get("algorithm").getAsString()))
        .containsExactly(
            "score baseline",
            "score baseline",
            "score reference:k=3",
            "score reference:k=3",
            "train baseline",
            "train reference:k=3");
    assertThat(rows.subList(0, 4).stream().map(row -> row.get("candidates").getAsInt()))
        .containsExactly(1, 200, 1, 200);
  }

  @Test
  void bench_text_isHeadedByMachineAndData() {
    Run run = bench("user", "search", "search");

    assertThat(run.status()).isZero();
    List<String> lines = run.out().lines().toList();
    assertThat(lines.get(0)).startsWith("Machine    ");
    assertThat(lines.get(1)).startsWith("Java       " + Runtime.version());
    assertThat(lines.get(3))
        .startsWith("Ratings    900 of 60 users and 50 movies, " + ratings + ", ");
    assertThat(lines.get(5).split(" +"))
        .containsExactly("case", "kernel", "threads", "first", "median", "min", "p99", "runs");
    assertThat(lines.subList(6, lines.size()).stream().map(line -> line.split(" ", 2)[0]))
        .containsExactly("search", "user");
    assertThat(lines.get(6)).contains("   k 20, built once in ");
  }

  @Test
  void bench_usage_isSaidInPlainWords() {
    assertUsage("k must be >= 1, actual: 0", "--k", "0");
    assertUsage("threads must be >= 1, actual: 0", "--threads", "0");
    assertUsage("seconds must be > 0, actual: 0.0", "--seconds", "0");
    assertUsage("kernel must be auto, scalar or vector, actual: fast", "--kernel", "fast");
    assertUsage("case must be read, search, user, score or train, actual: walk", "walk");
    assertThat(bench("--algorithm", "best").problem()).startsWith("algorithm must be one of ");
  }

  @Test
  void bench_badData_isSaidWithFileAndLine() throws Exception {
    Path bad = Files.writeString(folder.resolve("bad.dat"), "1::1::5::1\n1::2::good::1\n");

    Run run = Run.of("bench", "search", "--ratings", bad.toString());

    assertThat(run.status()).isEqualTo(3);
    assertThat(run.out()).isEmpty();
    assertThat(run.problem()).contains("bad.dat", "line 2");
    Run missing = Run.of("bench", "--ratings", folder.resolve("none.dat").toString());
    assertThat(missing.status()).isEqualTo(3);
    assertThat(missing.problem()).contains("none.dat");
  }

  private static void assertUsage(String message, String... args) {
    Run run = bench(args);

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.problem()).isEqualTo(message);
  }

  private static String name(JsonObject row) {
    return row.get("case").getAsString();
  }

  private static Run bench(String... args) {
    List<String> all = new ArrayList<>(List.of("bench", "--ratings", ratings.toString()));
    if (!List.of(args).contains("--seconds")) {
      all.addAll(List.of("--seconds", "0.01"));
    }
    all.addAll(List.of(args));
    return Run.of(all.toArray(String[]::new));
  }
}
