package io.reelrecs.train.report;

import io.reelrecs.train.evaluate.significance.PairedTest;
import java.util.List;

/**
 * Differences with their intervals, one small drawing a row, all on one scale that shows 0.
 *
 * @param from the value at the left edge
 * @param to the value at the right edge
 */
record IntervalPlot(double from, double to) {

  private static final double WIDTH = 130;
  private static final double MIDDLE = 15;
  private static final double EDGE = 6;

  /** A scale that all of these fit on. */
  static IntervalPlot over(List<PairedTest> tests) {
    double from = 0;
    double to = 0;
    for (PairedTest test : tests) {
      from = Math.min(from, Math.min(test.lower(), test.meanDifference()));
      to = Math.max(to, Math.max(test.upper(), test.meanDifference()));
    }
    return from < to ? new IntervalPlot(from, to) : new IntervalPlot(-1, 1);
  }

  private String place(double value) {
    return Figures.place(EDGE + (value - from) / (to - from) * (WIDTH - 2 * EDGE));
  }

  /** Draws one difference. */
  void write(Markup page, PairedTest test) {
    page.open(
        "svg",
        "xmlns",
        "http://www.w3.org/2000/svg",
        "class",
        "interval",
        "viewBox",
        "0 0 130 30",
        "role",
        "img");
    page.leaf(
        "title",
        Figures.signed(test.meanDifference())
            + ", 95% within "
            + Figures.signed(test.lower())
            + " to "
            + Figures.signed(test.upper()));
    page.leaf("desc", "Mean difference and its interval; the upright line is no difference.");
    page.empty("path", "class", "zero", "d", "M" + place(0) + " 0V30");
    page.empty(
        "path", "class", "range", "d", "M" + place(test.lower()) + " 15H" + place(test.upper()));
    page.empty(
        "circle",
        "class",
        "mean",
        "cx",
        place(test.meanDifference()),
        "cy",
        Figures.place(MIDDLE),
        "r",
        "3.2");
    page.close();
  }
}
