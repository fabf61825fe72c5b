package io.reelrecs.train.report;

import io.reelrecs.train.evaluate.Comparison;
import io.reelrecs.train.evaluate.EvaluationResult;
import io.reelrecs.train.evaluate.Measure;
import io.reelrecs.train.evaluate.Metric;
import java.util.List;

/** Every two contenders side by side, with how sure the difference is. Stateless. */
final class ComparisonSection {

  /** Below this a difference is called one. */
  static final double SIGNIFICANT = 0.05;

  private ComparisonSection() {}

  static void write(Markup page, EvaluationResult result) {
    page.open("section").leaf("h2", "Comparisons");
    if (result.contenders().size() < 2) {
      page.leaf("p", "One algorithm: there is nothing to compare it with.");
    } else if (result.comparisons().isEmpty()) {
      page.leaf("p", "Fewer than two users can be compared, so no difference can be tested.");
    } else {
      page.leaf(
          "p",
          "Each user counts once: the difference is the mean over users of the first algorithm's"
              + " value less the second's. The interval holds it with 95% confidence (bootstrap)."
              + " p is that of a paired t-test, raised for the number of comparisons (Holm).");
      result.comparisons().stream()
          .map(Comparison::metric)
          .distinct()
          .forEach(metric -> writeMetric(page, result, metric));
    }
    page.close();
  }

  private static void writeMetric(Markup page, EvaluationResult result, Metric metric) {
    List<Comparison> pairs =
        result.comparisons().stream().filter(pair -> pair.metric().equals(metric)).toList();
    IntervalPlot plot = IntervalPlot.over(pairs.stream().map(Comparison::test).toList());
    String what = metric.measure() == Measure.RMSE ? "Squared error" : Names.of(metric);
    page.open("div", "class", "scroll", "role", "region", "aria-label", what, "tabindex", "0");
    page.open("table");
    page.leaf("caption", what + " per user, " + Names.direction(metric.measure()));
    page.open("thead").open("tr");
    for (String head : List.of("first − second", "difference", "95% interval")) {
      page.leaf("th", head, "scope", "col");
    }
    page.leaf("th", "drawn", "scope", "col", "class", "words");
    page.leaf("th", "p", "scope", "col").leaf("th", "users", "scope", "col");
    page.leaf("th", "better", "scope", "col", "class", "words");
    page.close().close().open("tbody");
    for (Comparison pair : pairs) {
      page.open("tr").leaf("th", pair.first() + " − " + pair.second(), "scope", "row");
      page.leaf("td", Figures.signed(pair.test().meanDifference()));
      page.leaf(
          "td", Figures.signed(pair.test().lower()) + " to " + Figures.signed(pair.test().upper()));
      page.open("td", "class", "plot");
      plot.write(page, pair.test());
      page.close();
      page.leaf("td", Figures.probability(pair.adjustedP()));
      page.leaf("td", Figures.count(pair.test().pairs()));
      page.leaf("td", verdict(pair), "class", "words").close();
    }
    page.close().close().close();
  }

  /** Which of the two is better, as far as that can be told. */
  static String verdict(Comparison pair) {
    if (!(pair.adjustedP() < SIGNIFICANT)) {
      return "no clear difference";
    }
    boolean lower = pair.metric().measure().better() == Measure.Better.LOWER;
    return pair.test().meanDifference() < 0 == lower ? pair.first() : pair.second();
  }
}
