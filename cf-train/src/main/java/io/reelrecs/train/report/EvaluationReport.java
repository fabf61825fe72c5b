package io.reelrecs.train.report;

import io.reelrecs.train.evaluate.EvaluationResult;

/**
 * An evaluation as one HTML page that needs nothing else: for a browser of any width, in light or
 * dark, and for print.
 *
 * <p>The same content gives the same text, on any machine and JDK: there is no clock in it, and the
 * times of the runs are left out. Stateless and thread-safe.
 */
public final class EvaluationReport {

  private EvaluationReport() {}

  /**
   * The page.
   *
   * @param content what it shows; every text of it may be hostile
   * @return HTML that is well-formed XML too, to be stored as UTF-8
   */
  public static String html(ReportContent content) {
    EvaluationResult result = content.result();
    Markup page = new Markup();
    page.open("html", "xmlns", "http://www.w3.org/1999/xhtml", "lang", "en");
    page.open("head").empty("meta", "charset", "utf-8");
    page.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
    page.empty("meta", "name", "color-scheme", "content", "light dark");
    // Says, and makes sure, that nothing is fetched and nothing runs.
    page.empty(
        "meta",
        "http-equiv",
        "Content-Security-Policy",
        "content",
        "default-src 'none'; style-src 'unsafe-inline'");
    page.leaf("title", "Evaluation: " + result.protocol());
    page.leaf("style", Style.CSS).close();
    page.open("body");
    HeadSection.write(page, content);
    page.open("main");
    MetricsSection.write(page, result);
    ComparisonSection.write(page, result);
    ErrorSection.write(page, result);
    CalibrationSection.write(page, result);
    RankingSection.write(page, result);
    LearningSection.write(page, content.curve());
    GlossarySection.write(page, result);
    page.close().close().close();
    return page.finish();
  }
}
