package io.reelrecs.train.report;

import io.reelrecs.train.evaluate.EvaluationResult;
import io.reelrecs.train.evaluate.Measure;
import io.reelrecs.train.evaluate.MetricValue;

/** What the measures of the page mean. Stateless. */
final class GlossarySection {

  private GlossarySection() {}

  static void write(Markup page, EvaluationResult result) {
    page.open("section").leaf("h2", "What the measures mean").open("dl", "class", "glossary");
    result.contenders().get(0).metrics().stream()
        .map(MetricValue::metric)
        .map(metric -> metric.measure())
        .distinct()
        .forEach(measure -> writeMeasure(page, measure));
    page.close().close();
  }

  private static void writeMeasure(Markup page, Measure measure) {
    String direction = Names.direction(measure);
    page.open("div").leaf("dt", Names.of(measure));
    page.leaf("dd", Names.meaning(measure) + (direction.isEmpty() ? "" : "; " + direction));
    page.close();
  }
}
