package io.reelrecs.train.report;

import io.reelrecs.train.evaluate.ContenderResult;
import io.reelrecs.train.evaluate.EvaluationResult;
import io.reelrecs.train.evaluate.Measure;
import io.reelrecs.train.evaluate.Metric;
import io.reelrecs.train.evaluate.MetricValue;
import io.reelrecs.train.evaluate.RankingReport;
import io.reelrecs.train.evaluate.RatingReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The metrics of all contenders side by side. Stateless. */
final class MetricsSection {

  private MetricsSection() {}

  static void write(Markup page, EvaluationResult result) {
    boolean several = result.splits().size() > 1;
    page.open("section").leaf("h2", "Metrics");
    page.leaf(
        "p",
        "↑ more is better, ↓ less is better."
            + (result.contenders().size() > 1 ? " The best of a row is bold and underlined." : ""));
    String caption =
        several
            ? "Mean of " + result.splits().size() + " splits ± standard deviation"
            : "One split, so there is no deviation to show";
    table(result, caption, at(result, true)).write(page);
    List<Metric> rest = at(result, false);
    if (!rest.isEmpty()) {
      ChartFigure.unfold(
          page, "Lists of other lengths", List.of(table(result, "Lists of other lengths", rest)));
    }
    if (several) {
      ChartFigure.unfold(page, "Split by split", List.of(bySplit(result)));
    }
    sources(result).ifPresent(table -> ChartFigure.unfold(page, table.caption, table.tables()));
    page.close();
  }

  /** The metrics with the list length of the comparisons, or those with another. */
  private static List<Metric> at(EvaluationResult result, boolean compared) {
    ContenderResult first = result.contenders().get(0);
    int k = first.ranking().map(RankingReport::k).orElse(0);
    return first.metrics().stream()
        .map(MetricValue::metric)
        .filter(metric -> (!metric.measure().isCut() || metric.k() == k) == compared)
        .toList();
  }

  private static Table table(EvaluationResult result, String caption, List<Metric> metrics) {
    boolean several = result.splits().size() > 1;
    List<String> heads = new ArrayList<>(List.of("metric"));
    result.contenders().forEach(contender -> heads.add(contender.name()));
    Table table = new Table(caption, heads);
    for (Metric metric : metrics) {
      List<Table.Cell> cells = new ArrayList<>();
      cells.add(new Table.Cell(Names.of(metric), Names.arrow(metric.measure()), false));
      for (ContenderResult contender : result.contenders()) {
        MetricValue value = contender.value(metric).orElseThrow();
        cells.add(
            new Table.Cell(
                Figures.of(metric.measure(), value.mean()),
                several ? "± " + Figures.of(metric.measure(), value.deviation()) : "",
                Standing.of(result, metric).isBest(value)));
      }
      table.row(cells);
    }
    return table;
  }

  private static Table bySplit(EvaluationResult result) {
    List<String> heads = new ArrayList<>(List.of("metric and algorithm"));
    result.splits().forEach(split -> heads.add(split.name()));
    Table table = new Table("Every split's own figures", heads);
    for (Metric metric : at(result, true)) {
      for (ContenderResult contender : result.contenders()) {
        MetricValue value = contender.value(metric).orElseThrow();
        table.row(
            Names.of(metric) + ", " + contender.name(),
            value.bySplit().stream().map(v -> Figures.of(metric.measure(), v)).toList());
      }
    }
    return table;
  }

  private record Sources(String caption, List<Table> tables) {}

  private static Optional<Sources> sources(EvaluationResult result) {
    if (result.contenders().get(0).ratings().isEmpty()) {
      return Optional.empty();
    }
    String caption = "What the predicted ratings rest on";
    List<String> heads = new ArrayList<>(List.of("algorithm"));
    RatingReport first = result.contenders().get(0).ratings().get();
    first.bySource().keySet().forEach(source -> heads.add(Names.of(source)));
    Table table = new Table(caption + ", share of all answers", heads);
    for (ContenderResult contender : result.contenders()) {
      RatingReport report = contender.ratings().orElseThrow();
      table.row(
          contender.name(),
          first.bySource().keySet().stream()
              .map(source -> Figures.percent(report.share(source)))
              .toList());
    }
    return Optional.of(new Sources(caption, List.of(table)));
  }

  /** The list length at which contenders are compared, if rankings were measured. */
  static Optional<Metric> headlineRanking(EvaluationResult result) {
    return result.contenders().get(0).ranking().map(r -> new Metric(Measure.NDCG, r.k()));
  }
}
