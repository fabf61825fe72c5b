package io.reelrecs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class EvaluateReportTest {

  @TempDir private Path folder;
  private String ratings;
  private Path report;

  @BeforeEach
  void makeRatings() throws IOException {
    ratings = SmallModel.ratings(folder.resolve("ratings.dat")).toString();
    report = folder.resolve("out/report.html");
  }

  private Run evaluate(String... more) {
    String[] fixed = {"evaluate", "--ratings", ratings, "--folds", "3"};
    return Run.of(Stream.of(fixed, more).flatMap(Stream::of).toArray(String[]::new));
  }

  @Test
  void report_hasTheFiguresThatArePrinted_andWhatWasMeasured() throws IOException {
    Run run =
        evaluate("--algorithm", "baseline,reference:k=7", "--report", report.toString(), "--json");

    assertThat(run.err()).isEmpty();
    assertThat(run.status()).isZero();
    String page = Files.readString(report);
    for (JsonObject row : run.json().subList(0, 2)) {
      JsonObject rmse = row.getAsJsonObject("metrics").getAsJsonObject("rmse");
      assertThat(page).contains(String.format(Locale.ROOT, "%.4f", rmse.get("mean").getAsDouble()));
    }
    assertThat(page)
        .startsWith("<!DOCTYPE html>")
        .contains("3-fold, seed 1", ">ratings.dat<")
        .contains("reelrecs " + Version.number())
        .contains(
            "reference:k=7", "recall@100", "RMSE by share of the training part", "nDCG@10 by share")
        .doesNotContain(folder.toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "--ranking"})
  void report_changesNothingThatIsPrinted(String option) throws IOException {
    String[] asked = option.isEmpty() ? new String[] {"--json"} : new String[] {"--json", option};
    String[] with =
        Stream.of(asked, new String[] {"--report", report + ""})
            .flatMap(Stream::of)
            .toArray(String[]::new);

    assertThat(evaluate(with).out()).isEqualTo(evaluate(asked).out()).contains("rmse");
  }

  @Test
  void report_isTheSameWhateverTheThreadsAndTheFolder() throws IOException {
    evaluate("--report", report.toString(), "--threads", "1");
    byte[] one = Files.readAllBytes(report);
    Path other = folder.resolve("elsewhere/page.html");
    Path copy = Files.createDirectories(folder.resolve("copy")).resolve("ratings.dat");
    Files.copy(Path.of(ratings), copy);
    ratings = copy.toString();

    assertThat(evaluate("--report", other.toString(), "--threads", "2").status()).isZero();
    assertThat(other).hasBinaryContent(one);
  }

  @Test
  void report_standsBesideABrokenLimit() {
    Run run = evaluate("--report", report.toString(), "--max-rmse", "0.01");

    assertThat(run.status()).isEqualTo(7);
    assertThat(report).content().contains("<h1>Evaluation</h1>");
  }

  @Test
  void report_overAnInput_isRefusedBeforeTheWork() throws IOException {
    byte[] before = Files.readAllBytes(Path.of(ratings));
    Path link = Files.createSymbolicLink(folder.resolve("link.html"), Path.of(ratings));
    for (String same : new String[] {ratings, folder + "/x/../ratings.dat", link.toString()}) {
      Run run = evaluate("--report", same);

      assertThat(run.status()).isEqualTo(2);
      assertThat(run.problem()).isEqualTo("report must not be an input file, actual: " + same);
      assertThat(run.out()).isEmpty();
    }
    Path test = Files.writeString(folder.resolve("test.dat"), "1::1::4::0\n");
    Run split =
        Run.of("evaluate", "--train", ratings, "--test", test.toString(), "--report", test + "");

    assertThat(split.status()).isEqualTo(2);
    assertThat(test).hasContent("1::1::4::0");
    assertThat(Path.of(ratings)).hasBinaryContent(before);
  }

  @Test
  void report_overAFileOfAProtocol_isRefused() throws IOException {
    Path loo = Files.createDirectory(folder.resolve("loo"));
    Path negatives = Files.writeString(loo.resolve("test.negative"), "(0,1)\t2\n");
    Path pairs = Files.writeString(loo.resolve("test.rating"), "0\t1\t5\t0\n");
    for (Path same : new Path[] {negatives, pairs}) {
      Run run = Run.of("evaluate", "--ratings", ratings, "--loo", loo + "", "--report", same + "");

      assertThat(run.problem()).startsWith("report must not be an input file");
    }
    Run topN =
        Run.of("evaluate", "--ratings", ratings, "--top-n", pairs + "", "--report", pairs + "");

    assertThat(topN.problem()).startsWith("report must not be an input file");
  }

  @Test
  void report_withoutAPlace_isFoundBeforeTheWork() throws IOException {
    Files.createDirectories(report);
    Run run = evaluate("--report", report.toString());

    assertThat(run.status()).isEqualTo(3);
    assertThat(run.problem()).contains(report + " is a directory, not a place for a report");
    assertThat(run.out()).isEmpty();

    Run below = evaluate("--report", ratings + "/x.html");

    assertThat(below.status()).isEqualTo(3);
    assertThat(below.problem()).contains("is not a folder that can be written to");
  }

  @Test
  void report_evaluationFails_leavesTheOldOne() throws IOException {
    Files.createDirectories(report.getParent());
    Files.writeString(report, "the old report");
    Files.writeString(Path.of(ratings), "1::1::4::0\nnonsense\n");

    assertThat(evaluate("--report", report.toString()).status()).isEqualTo(3);
    assertThat(report).hasContent("the old report");
    try (Stream<Path> files = Files.list(report.getParent())) {
      assertThat(files).containsExactly(report);
    }
  }

  @Test
  void report_showsItsProgress() {
    Run run =
        Run.on(
            new Terminal(false, true, false, 80),
            "evaluate",
            "--ratings",
            ratings,
            "--report",
            report.toString());

    assertThat(run.err()).contains("evaluating", "learning curve");
  }
}
