package io.reelrecs.train.report;

import io.reelrecs.train.evaluate.ContenderResult;
import io.reelrecs.train.evaluate.EvaluationResult;
import io.reelrecs.train.evaluate.Measure;
import io.reelrecs.train.evaluate.Metric;
import io.reelrecs.train.evaluate.MetricValue;
import io.reelrecs.train.evaluate.RankingReport;
import java.util.ArrayList;
import java.util.List;

/** How good the recommended lists are. Stateless. */
final class RankingSection {

  private RankingSection() {}

  static void write(Markup page, EvaluationResult result) {
    page.open("section").leaf("h2", "Recommendations");
    if (result.contenders().get(0).ranking().isEmpty()) {
      page.leaf("p", "Only predicted ratings were measured: there are no lists to look at.");
      page.close();
      return;
    }
    RankingReport first = result.contenders().get(0).ranking().get();
    page.leaf(
        "p",
        "%s lists were made, one for each user of a split with a hit to find; %s users had none."
            .formatted(Figures.count(first.users()), Figures.count(first.skippedUsers())));
    page.open("div", "class", "charts");
    writeByLength(page, result, Measure.RECALL);
    writeByLength(page, result, Measure.NDCG);
    String at = "@" + first.k();
    new BandChart(
            "ndcg-by-user",
            "nDCG" + at + " by activity of the user",
            "nDCG" + at,
            "training ratings of the user",
            "lists",
            true)
        .write(page, result, "", RankingSection::byActivity);
    new BandChart(
            "recall-by-movie",
            "Hits found by popularity of the movie",
            "share of hits among the first " + first.k(),
            "training ratings of the movie",
            "hits",
            true)
        .write(page, result, "", RankingSection::byPopularity);
    page.close().close();
  }

  private static List<BandChart.BandValue> byActivity(ContenderResult contender) {
    return contender.ranking().orElseThrow().byActivity().stream()
        .map(band -> new BandChart.BandValue(band.band(), band.users(), band.ndcg()))
        .toList();
  }

  private static List<BandChart.BandValue> byPopularity(ContenderResult contender) {
    return contender.ranking().orElseThrow().byPopularity().stream()
        .map(band -> new BandChart.BandValue(band.band(), band.hits(), band.recall()))
        .toList();
  }

  private static void writeByLength(Markup page, EvaluationResult result, Measure measure) {
    List<Metric> metrics =
        result.contenders().get(0).metrics().stream()
            .map(MetricValue::metric)
            .filter(metric -> metric.measure() == measure)
            .toList();
    List<Integer> cutoffs = metrics.stream().map(Metric::k).toList();
    String title =
        (measure == Measure.RECALL ? "Recall" : Names.of(measure)) + " by length of the list";
    List<String> heads = new ArrayList<>(List.of("k"));
    List<Series> series = new ArrayList<>();
    List<Double> all = new ArrayList<>();
    for (ContenderResult contender : result.contenders()) {
      List<Series.Point> points = new ArrayList<>();
      for (Metric metric : metrics) {
        double value = value(contender, metric);
        String said = contender.name() + ", " + Names.of(metric) + ": " + figure(value);
        all.add(value);
        points.add(new Series.Point(metric.k(), value, said));
      }
      heads.add(contender.name());
      series.add(new Series(contender.name(), series.size(), points));
    }
    Table table = new Table(title, heads);
    for (Metric metric : metrics) {
      table.row(
          Integer.toString(metric.k()),
          result.contenders().stream().map(c -> figure(value(c, metric))).toList());
    }
    LineChart chart =
        new LineChart(
            measure.label() + "-by-length",
            title,
            Names.of(measure) + " of " + series.size() + " algorithms at lengths " + cutoffs,
            lengths(cutoffs),
            Axis.spanning(Names.of(measure) + "@k", all, true),
            series);
    ChartFigure.write(page, chart, "", table);
  }

  private static double value(ContenderResult contender, Metric metric) {
    return contender.value(metric).orElseThrow().mean();
  }

  private static String figure(double value) {
    return Figures.decimals(value, 4);
  }

  /** Lengths on a logarithmic scale, with a little room at either end. */
  private static Axis lengths(List<Integer> cutoffs) {
    return new Axis(
        "k, length of the list (logarithmic)",
        cutoffs.get(0) / 1.2,
        cutoffs.get(cutoffs.size() - 1) * 1.2,
        true,
        cutoffs.stream().map(k -> new Axis.Tick(k, Integer.toString(k), "")).toList());
  }
}
