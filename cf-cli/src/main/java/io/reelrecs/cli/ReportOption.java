package io.reelrecs.cli;

import io.reelrecs.core.file.OutputFile;
import io.reelrecs.train.evaluate.Contender;
import io.reelrecs.train.evaluate.EvaluationListener;
import io.reelrecs.train.evaluate.EvaluationPlan;
import io.reelrecs.train.evaluate.EvaluationResult;
import io.reelrecs.train.evaluate.RankingOptions;
import io.reelrecs.train.report.EvaluationReport;
import io.reelrecs.train.report.ReportContent;
import io.reelrecs.train.report.ReportFact;
import io.reelrecs.train.report.ReportMeasurement;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/** The page that an evaluation is written to, if one is asked for. */
final class ReportOption {

  @Option(
      names = "--report",
      paramLabel = "FILE",
      description =
          "Write the figures and their charts to an HTML page as well. Measures the"
              + " recommendations too, as --ranking does, and a learning curve.")
  private Path file;

  boolean isWanted() {
    return file != null;
  }

  /** The list lengths to measure: those of the charts if a page is wanted. */
  RankingOptions ranking() {
    return isWanted() ? ReportMeasurement.RANKING : RankingOptions.DEFAULT;
  }

  /** Finds out before the work that the page has a place to go, and is no file that is read. */
  void check(List<Path> inputs) throws IOException {
    if (isWanted()) {
      CommandException.fromOptions(
          () -> {
            output().checkIsNone("report", inputs);
            return file;
          });
      output().checkPlace();
    }
  }

  private OutputFile output() {
    return new OutputFile(file, "report");
  }

  /** Measures what only the page shows, and writes it. */
  void write(
      EvaluationPlan plan,
      List<Contender> contenders,
      List<ReportFact> facts,
      EvaluationResult result,
      EvaluationListener listener)
      throws InterruptedException, IOException {
    ReportContent content = ReportMeasurement.measure(plan, contenders, facts, result, listener);
    ByteBuffer bytes = StandardCharsets.UTF_8.encode(EvaluationReport.html(content));
    output()
        .write(
            channel -> {
              while (bytes.hasRemaining()) {
                channel.write(bytes);
              }
            });
  }
}
