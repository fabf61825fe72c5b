package io.reelrecs.train.report;

import io.reelrecs.train.evaluate.CalibrationBucket;
import io.reelrecs.train.evaluate.ContenderResult;
import java.util.List;

/**
 * Small square drawings of predicted against actual, all on one scale.
 *
 * @param from the rating at the lower left corner
 * @param to the rating at the upper right corner
 * @param most the most predictions that a bucket has
 */
record CalibrationPlot(double from, double to, long most) {

  private static final double WIDTH = 170;
  private static final double HEIGHT = 192;
  private static final double LEFT = 24;
  private static final double TOP = 20;
  private static final double SIDE = 136;

  /** The radius of the dot with most predictions, and the least radius that can be seen. */
  private static final double LARGEST = 8;

  private static final double SMALLEST = 1.2;

  /** A scale that all of these fit on. */
  static CalibrationPlot over(List<ContenderResult> contenders) {
    double from = Double.POSITIVE_INFINITY;
    double to = Double.NEGATIVE_INFINITY;
    long most = 1;
    for (ContenderResult contender : contenders) {
      for (CalibrationBucket bucket : contender.ratings().orElseThrow().calibration()) {
        from = Math.min(from, Math.min(bucket.meanPredicted(), bucket.meanActual()));
        to = Math.max(to, Math.max(bucket.meanPredicted(), bucket.meanActual()));
        most = Math.max(most, bucket.ratings());
      }
    }
    double low = Math.floor(from);
    return new CalibrationPlot(low, Math.max(Math.ceil(to), low + 1), most);
  }

  private double x(double rating) {
    return LEFT + (rating - from) / (to - from) * SIDE;
  }

  private double y(double rating) {
    return TOP + SIDE - (rating - from) / (to - from) * SIDE;
  }

  /** Draws one contender. */
  void write(Markup page, ContenderResult contender, int number) {
    List<CalibrationBucket> buckets = contender.ratings().orElseThrow().calibration();
    String gap = Figures.decimals(CalibrationSection.gap(buckets), 3);
    page.open("figure", "class", Mark.color(number)).open("figcaption");
    page.leaf("h3", contender.name(), "class", "ink");
    page.leaf("p", "mean gap " + gap).close();
    Drawing drawing =
        Drawing.open(
            page,
            "calibration-" + number,
            "Calibration of " + contender.name(),
            "Mean actual against mean predicted rating in "
                + buckets.size()
                + " buckets; mean gap "
                + gap
                + " stars",
            WIDTH,
            HEIGHT);
    writeAxes(drawing);
    for (CalibrationBucket bucket : buckets) {
      page.open("g", "class", "point").leaf("title", title(bucket));
      double radius = LARGEST * Math.sqrt((double) bucket.ratings() / most);
      drawing.disk(
          "dot", x(bucket.meanPredicted()), y(bucket.meanActual()), Math.max(SMALLEST, radius));
      page.close();
    }
    drawing.close();
    page.close();
  }

  private static String title(CalibrationBucket bucket) {
    return "predicted %s on average, came %s (%s predictions)"
        .formatted(
            Figures.decimals(bucket.meanPredicted(), 3),
            Figures.decimals(bucket.meanActual(), 3),
            Figures.count(bucket.ratings()));
  }

  private void writeAxes(Drawing drawing) {
    drawing.text("actual, stars", 2, 10, "start", "axis");
    drawing.text("predicted, stars", LEFT + SIDE / 2, TOP + SIDE + 31, "middle", "axis");
    for (Axis.Tick tick : Ticks.round(from, to, 5)) {
      double x = x(tick.value());
      double y = y(tick.value());
      drawing.text(tick.label(), LEFT - 6, y + 3.8, "end", "tick");
      drawing.text(tick.label(), x, TOP + SIDE + 16, "middle", "tick");
      drawing.line("grid", LEFT, y, LEFT + SIDE, y);
      drawing.line("grid", x, TOP, x, TOP + SIDE);
    }
    drawing.line("even", x(from), y(from), x(to), y(to));
  }
}
