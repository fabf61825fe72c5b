package io.reelrecs.train.report;

import io.reelrecs.train.evaluate.CalibrationBucket;
import io.reelrecs.train.evaluate.ContenderResult;
import io.reelrecs.train.evaluate.EvaluationResult;
import java.util.ArrayList;
import java.util.List;

/** Predicted against actual ratings, a small drawing for each contender. Stateless. */
final class CalibrationSection {

  private CalibrationSection() {}

  static void write(Markup page, EvaluationResult result) {
    page.open("section").leaf("h2", "Calibration");
    if (result.contenders().get(0).ratings().isEmpty()) {
      page.leaf("p", "This protocol asks for no ratings: there is nothing to calibrate.");
      page.close();
      return;
    }
    page.leaf(
        "p",
        "Does a prediction of 4 stars mean 4 stars? Predictions are sorted into buckets; each dot"
            + " is one, its area the number of predictions, placed at their mean and at the mean of"
            + " the ratings that came. Dots on the line are right on average; below it the"
            + " prediction is too high. The mean gap is how far from the line, in stars, a"
            + " prediction's dot is.");
    CalibrationPlot plot = CalibrationPlot.over(result.contenders());
    page.open("div", "class", "panels");
    for (int i = 0; i < result.contenders().size(); i++) {
      plot.write(page, result.contenders().get(i), i);
    }
    page.close();
    List<Table> tables = new ArrayList<>();
    result.contenders().forEach(contender -> tables.add(table(contender)));
    ChartFigure.unfold(page, "Figures", tables);
    page.close();
  }

  private static Table table(ContenderResult contender) {
    Table table =
        new Table(
            "Calibration of " + contender.name(),
            List.of("predicted from", "to below", "predictions", "mean predicted", "mean actual"));
    for (CalibrationBucket bucket : contender.ratings().orElseThrow().calibration()) {
      table.row(
          Figures.plain(bucket.from()),
          List.of(
              Figures.plain(bucket.to()),
              Figures.count(bucket.ratings()),
              Figures.decimals(bucket.meanPredicted(), 3),
              Figures.decimals(bucket.meanActual(), 3)));
    }
    return table;
  }

  /** Mean over all predictions of how far their bucket's two means are apart. */
  static double gap(List<CalibrationBucket> buckets) {
    double sum = 0;
    long count = 0;
    for (CalibrationBucket bucket : buckets) {
      sum += bucket.ratings() * Math.abs(bucket.meanPredicted() - bucket.meanActual());
      count += bucket.ratings();
    }
    return count == 0 ? 0 : sum / count;
  }
}
