package io.reelrecs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TuneCommandTest {

  @TempDir private Path folder;
  private String ratings;

  @BeforeEach
  void makeRatings() throws IOException {
    ratings = SmallModel.ratings(folder.resolve("my ratings.dat")).toString();
  }

  private Run tune(String... args) {
    String[] all = new String[args.length + 3];
    all[0] = "tune";
    all[1] = "--ratings";
    all[2] = ratings;
    System.arraycopy(args, 0, all, 3, args.length);
    return Run.of(all);
  }

  private static JsonObject last(Run run) {
    return run.json().get(run.json().size() - 1);
  }

  @Test
  void tune_printsSettingsBestFirst_andTheWinner() {
    Run run = tune("--algorithm", "reference", "--trials", "8", "--json");

    assertThat(run.err()).isEmpty();
    assertThat(run.status()).isZero();
    List<JsonObject> rows = run.json();
    assertThat(rows).hasSize(9);
    double before = 0;
    for (int i = 0; i < 8; i++) {
      assertThat(rows.get(i).get("rank").getAsInt()).isEqualTo(i + 1);
      assertThat(rows.get(i).get("value").getAsDouble()).isGreaterThanOrEqualTo(before);
      before = rows.get(i).get("value").getAsDouble();
    }
    assertThat(rows.stream().filter(row -> row.has("start") && row.get("start").getAsBoolean()))
        .singleElement()
        .satisfies(row -> assertThat(row.get("setting").getAsString()).isEqualTo("reference"));
    JsonObject winner = rows.get(8);
    assertThat(winner.get("winner")).isEqualTo(rows.get(0).get("setting"));
    assertThat(winner.get("value")).isEqualTo(rows.get(0).get("value"));
    assertThat(winner.get("gain").getAsDouble()).isPositive();
    assertThat(winner.get("protocol").getAsString()).isEqualTo("random hold-out of 0.15, seed 1");
  }

  @Test
  void tune_lastLine_isTheCommandThatTrainsTheWinner() {
    Run run = tune("--algorithm", "reference", "--trials", "8", "--only", "k");
    List<String> lines = run.out().lines().toList();
    String winner =
        last(tune("--algorithm", "reference", "--trials", "8", "--only", "k", "--json"))
            .get("winner")
            .getAsString();

    assertThat(winner).matches("reference:k=\\d+");
    assertThat(lines.get(0)).isEqualTo("rmse of reference; random hold-out of 0.15, seed 1");
    assertThat(lines.get(2)).startsWith("    1  ").endsWith("  100%  " + winner);
    assertThat(lines).anyMatch(line -> line.endsWith("reference  (where the search set out)"));
    assertThat(lines.get(lines.size() - 1))
        .isEqualTo("reelrecs train --ratings '" + ratings + "' --algorithm " + winner);
    Path model = folder.resolve("m.rrm");
    assertThat(
            Run.of("train", "--ratings", ratings, "--algorithm", winner, "--out", model.toString())
                .status())
        .isZero();
    assertThat(model).exists();
  }

  @Test
  void tune_text_showsTheBestTen_andTheStart() {
    Run run = tune("--algorithm", "reference", "--trials", "30");
    List<String> ranked = run.out().lines().filter(line -> line.contains("100%")).toList();

    assertThat(ranked).hasSizeBetween(10, 11);
    assertThat(ranked).filteredOn(line -> line.contains("set out")).hasSize(1);
    assertThat(run.out()).contains("--json prints all");
  }

  @Test
  void tune_log_isGoneOnWith_andNeverOfAnotherSearch() throws IOException {
    Path log = folder.resolve("tune.log");
    String[] args = {
      "--algorithm", "reference", "--trials", "6", "--log", log.toString(), "--json"
    };
    Run whole = tune(args);
    List<String> lines = Files.readAllLines(log);
    Files.write(log, lines.subList(0, 4));
    Run resumed = tune(args);

    assertThat(last(resumed)).isEqualTo(last(whole));
    assertThat(Files.readAllLines(log)).hasSameSizeAs(lines).startsWith(lines.get(0), lines.get(1));
    Run other = tune("--algorithm", "reference", "--trials", "7", "--log", log.toString());
    assertThat(other.status()).isEqualTo(3);
    assertThat(other.problem())
        .contains("tune.log, line 1: found the log of another search, with candidates 6")
        .contains("name another file");
    assertThat(other.out()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "ease, ndcg@10",
    "reference, rmse",
    "fusion, rmse",
  })
  void tune_withoutAMetric_takesWhatTheAlgorithmChanges(String algorithm, String metric) {
    Run run = tune("--algorithm", algorithm, "--trials", "3", "--json");

    assertThat(run.err()).isEmpty();
    assertThat(last(run).get("metric").getAsString()).isEqualTo(metric);
  }

  @Test
  void tune_doesNotDependOnThreads() {
    String[] one = {"--trials", "5", "--seed", "3", "--threads", "1", "--json"};
    String[] two = {"--trials", "5", "--seed", "3", "--threads", "2", "--json"};

    assertThat(last(tune(one))).isEqualTo(last(tune(two)));
  }

  @Test
  void tune_startThatIsBest_isKept() {
    String best = "reference:k=381"; // with which missing=user-mean is worse
    Run run = tune("--algorithm", best, "--trials", "2", "--only", "missing");

    assertThat(run.out())
        .contains("Nothing is better than where the search set out: keep it. Train it with:\n")
        .endsWith(" --algorithm " + best + "\n");
  }

  @Test
  void tune_wrongUse_isSaidInPlainWords() {
    assertUsage("trials must be >= 2", tune("--algorithm", "reference", "--trials", "1"));
    assertUsage("hold-out must be between", tune("--hold-out", "1.5"));
    assertUsage(
        "algorithm must be one with parameters that change rmse, actual: ease",
        tune("--algorithm", "ease", "--metric", "rmse"));
    assertUsage("metric must be one of rmse", tune("--metric", "beauty"));
    assertUsage("metric must be one that is better", tune("--metric", "gini@10"));
    assertUsage(
        "parameter must be one of k, missing, actual: lambda",
        tune("--algorithm", "reference", "--only", "lambda"));
    assertUsage("--ratings", Run.of("tune"));
  }

  private static void assertUsage(String message, Run run) {
    assertThat(run.status()).as(run.err()).isEqualTo(2);
    assertThat(run.err()).contains(message);
    assertThat(run.out()).isEmpty();
  }

  @Test
  void tune_allFailing_isAnErrorInOneLine() throws IOException {
    Path low = Files.writeString(folder.resolve("low.dat"), "1::1::1::0\n1::2::2::0\n1::3::2::0\n");
    Run run =
        Run.of("tune", "--ratings", low.toString(), "--algorithm", "ease", "--hold-out", "0.4");

    assertThat(run.status()).isEqualTo(3);
    assertThat(run.problem()).startsWith("all ").contains("no test rating is that high");
  }

  @Test
  void shell_quotesWhatAShellWouldReadOtherwise() {
    assertThat(Text.shell(List.of("a/b.dat", "x=1:y=2.5", "my file", "it's", "$HOME", "")))
        .isEqualTo("a/b.dat x=1:y=2.5 'my file' 'it'\\''s' '$HOME' ''");
  }
}
