package io.reelrecs.train.report;

import io.reelrecs.train.evaluate.Comparison;
import io.reelrecs.train.evaluate.ContenderResult;
import io.reelrecs.train.evaluate.EvaluationResult;
import io.reelrecs.train.evaluate.Measure;
import io.reelrecs.train.evaluate.Metric;
import java.util.List;

/** What was evaluated, what came of it in a sentence or two, and who is who. Stateless. */
final class HeadSection {

  private HeadSection() {}

  static void write(Markup page, ReportContent content) {
    EvaluationResult result = content.result();
    page.open("header").leaf("h1", "Evaluation").leaf("p", result.protocol(), "class", "protocol");
    if (result.contenders().get(0).ratings().isPresent()) {
      writeWinner(page, result, Metric.of(Measure.RMSE), "Lowest");
    }
    MetricsSection.headlineRanking(result)
        .ifPresent(ndcg -> writeWinner(page, result, ndcg, "Highest"));
    page.open("dl");
    for (ReportFact fact : content.facts()) {
      page.open("div").leaf("dt", fact.name()).leaf("dd", fact.value()).close();
    }
    page.close();
    writeLegend(page, result.contenders());
    writeSplits(page, result.splits());
    page.close();
  }

  private static void writeWinner(
      Markup page, EvaluationResult result, Metric metric, String which) {
    Standing standing = Standing.of(result, metric);
    String first = standing.order().get(0).name();
    String value = Figures.of(metric.measure(), standing.mean(0));
    page.open("p", "class", "finding");
    if (standing.order().size() == 1) {
      page.text(first + ": " + Names.of(metric) + " ").leaf("strong", value).text(".").close();
      return;
    }
    String next = standing.order().get(1).name();
    page.text(which + " " + Names.of(metric) + ": ").leaf("strong", first + ", " + value);
    page.text("; next " + next + ", " + Figures.of(metric.measure(), standing.mean(1)) + ".");
    result.comparisons().stream()
        .filter(pair -> pair.metric().equals(metric) && isOf(pair, first, next))
        .forEach(pair -> writeSureness(page, pair));
    page.close();
  }

  private static boolean isOf(Comparison pair, String one, String other) {
    return List.of(one, other).containsAll(List.of(pair.first(), pair.second()));
  }

  private static void writeSureness(Markup page, Comparison pair) {
    String p = Figures.probability(pair.adjustedP());
    boolean sure = pair.adjustedP() < ComparisonSection.SIGNIFICANT;
    page.text(
        " The difference " + (sure ? "is more than" : "may be") + " chance (paired by user, ");
    page.leaf("span", "p " + (p.startsWith("<") ? p : "= " + p), "class", "keep").text(").");
  }

  private static void writeLegend(Markup page, List<ContenderResult> contenders) {
    page.open("ul", "class", "legend", "aria-label", "Algorithms");
    for (int i = 0; i < contenders.size(); i++) {
      page.open("li", "class", Mark.color(i));
      page.open(
          "svg",
          "xmlns",
          "http://www.w3.org/2000/svg",
          "viewBox",
          "0 0 28 12",
          "aria-hidden",
          "true");
      page.empty("path", "class", Mark.line(i), "d", "M1 6H27");
      Mark.draw(page, i, 14, 6);
      page.close().leaf("span", contenders.get(i).name(), "class", "ink").close();
    }
    page.close();
  }

  private static void writeSplits(Markup page, List<EvaluationResult.SplitSize> splits) {
    Table table =
        new Table("Splits, in ratings", List.of("split", "trained on", "asked for", "in both"));
    int leaked = 0;
    for (EvaluationResult.SplitSize split : splits) {
      leaked += split.leaked();
      table.row(
          split.name(),
          List.of(
              Figures.count(split.trainRatings()),
              Figures.count(split.testRatings()),
              Figures.count(split.leaked())));
    }
    if (leaked > 0) {
      page.leaf(
          "p",
          "Mind: "
              + Figures.count(leaked)
              + " of the ratings asked for stand among those trained on too, so that errors come"
              + " out too small.",
          "class",
          "warning");
    }
    String summary = splits.size() == 1 ? "1 split" : splits.size() + " splits";
    ChartFigure.unfold(page, summary, List.of(table));
  }
}
