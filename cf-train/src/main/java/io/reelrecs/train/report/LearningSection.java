package io.reelrecs.train.report;

import io.reelrecs.train.evaluate.ContenderResult;
import io.reelrecs.train.evaluate.EvaluationResult;
import io.reelrecs.train.evaluate.Measure;
import io.reelrecs.train.evaluate.Metric;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What more data is worth. Stateless. */
final class LearningSection {

  private LearningSection() {}

  static void write(Markup page, ReportCurve curve) {
    page.open("section").leaf("h2", "Learning curve");
    Optional<EvaluationResult> result = curve.result();
    if (result.isEmpty()) {
      page.leaf("p", "There is no learning curve: " + curve.problem() + ".");
      page.close();
      return;
    }
    page.leaf(
        "p",
        ("Trained on growing shares of the training part of %s, each holding the smaller ones, and"
                + " asked for the same test part. A curve that still gets better at its right end"
                + " would gain from more data.")
            .formatted(curve.split()));
    page.open("div", "class", "charts");
    if (result.get().contenders().get(0).ratings().isPresent()) {
      writeChart(page, curve, result.get(), Metric.of(Measure.RMSE), "RMSE, in stars");
    }
    MetricsSection.headlineRanking(result.get())
        .ifPresent(ndcg -> writeChart(page, curve, result.get(), ndcg, Names.of(ndcg)));
    page.close().close();
  }

  private static void writeChart(
      Markup page, ReportCurve curve, EvaluationResult result, Metric metric, String unit) {
    List<String> heads = new ArrayList<>(List.of("share", "training ratings"));
    List<Series> series = new ArrayList<>();
    List<Double> all = new ArrayList<>();
    for (ContenderResult contender : result.contenders()) {
      List<Series.Point> points = new ArrayList<>();
      for (int i = 0; i < curve.fractions().size(); i++) {
        double value = contender.value(metric).orElseThrow().bySplit().get(i);
        all.add(value);
        points.add(
            new Series.Point(
                curve.fractions().get(i), value, title(contender, curve, metric, i, value)));
      }
      heads.add(contender.name());
      series.add(new Series(contender.name(), series.size(), points));
    }
    String title = Names.of(metric) + " by share of the training part";
    Table table = new Table(title, heads);
    List<Axis.Tick> ticks = new ArrayList<>();
    for (int i = 0; i < curve.fractions().size(); i++) {
      int ratings = result.splits().get(i).trainRatings();
      List<String> cells = new ArrayList<>(List.of(Figures.count(ratings)));
      for (ContenderResult contender : result.contenders()) {
        cells.add(
            Figures.of(metric.measure(), contender.value(metric).orElseThrow().bySplit().get(i)));
      }
      double fraction = curve.fractions().get(i);
      ticks.add(new Axis.Tick(fraction, percent(fraction), Figures.brief(ratings)));
      table.row(share(fraction), cells);
    }
    LineChart chart =
        new LineChart(
            "learning-" + metric.measure().label(),
            title,
            Names.of(metric) + " of " + series.size() + " algorithms as they learn from more",
            new Axis("percent of the training part (n: ratings)", 0, 1.04, false, ticks),
            Axis.spanning(unit, all, metric.measure().better() == Measure.Better.HIGHER),
            series);
    ChartFigure.write(page, chart, "", table);
  }

  private static String title(
      ContenderResult contender, ReportCurve curve, Metric metric, int i, double value) {
    return "%s, trained on %s: %s %s"
        .formatted(
            contender.name(),
            share(curve.fractions().get(i)),
            Names.of(metric),
            Figures.of(metric.measure(), value));
  }

  private static String share(double fraction) {
    return percent(fraction) + "%";
  }

  private static String percent(double fraction) {
    return Figures.plain(Math.rint(fraction * 1000) / 10);
  }
}
