package io.reelrecs.train.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.reelrecs.core.score.Scorer;
import io.reelrecs.train.evaluate.CalibrationBucket;
import io.reelrecs.train.evaluate.Comparison;
import io.reelrecs.train.evaluate.Contender;
import io.reelrecs.train.evaluate.ContenderResult;
import io.reelrecs.train.evaluate.ErrorBand;
import io.reelrecs.train.evaluate.Evaluation;
import io.reelrecs.train.evaluate.EvaluationListener;
import io.reelrecs.train.evaluate.EvaluationPlan;
import io.reelrecs.train.evaluate.EvaluationResult;
import io.reelrecs.train.evaluate.Metric;
import io.reelrecs.train.evaluate.MetricValue;
import io.reelrecs.train.evaluate.RankingReport;
import io.reelrecs.train.evaluate.split.LearningCurve;
import io.reelrecs.train.ratings.RatingTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

class EvaluationReportTest {

  private static final List<String> SECTIONS =
      List.of(
          "Metrics",
          "Comparisons",
          "Error by popularity and activity",
          "Calibration",
          "Recommendations",
          "Learning curve",
          "What the measures mean");

  private static String four(double value) {
    return String.format(Locale.ROOT, "%.4f", value);
  }

  private static MetricValue value(ContenderResult contender, String metric) {
    return contender.value(Metric.parse(metric)).orElseThrow();
  }

  @Test
  void html_isWellFormed_andHasEverySection() throws Exception {
    Page page = Page.of(Reports.of("a", "b", "c", "d", "e", "f", "g"));

    assertThat(page.all("h1")).hasSize(1);
    assertThat(page.all("h2"))
        .extracting(Element::getTextContent)
        .containsExactlyElementsOf(SECTIONS);
    assertThat(Page.all(page.section("Error by popularity and activity"), "svg")).hasSize(2);
    assertThat(Page.all(page.section("Calibration"), "svg")).hasSize(7);
    assertThat(Page.all(page.section("Recommendations"), "svg")).hasSize(4);
    assertThat(Page.all(page.section("Learning curve"), "svg")).hasSize(2);
    assertThat(Page.all(page.section("Comparisons"), "svg")).hasSize(2 * 21);
    assertThat(page.html()).doesNotContain("NaN").doesNotContain("Infinity");
  }

  @Test
  void html_everyImageAndTable_saysWhatItIs() throws Exception {
    Page page = Page.of(Reports.of("a", "b"));
    List<String> ids = new ArrayList<>();
    for (String tag : List.of("title", "desc")) {
      page.all(tag).stream()
          .map(e -> e.getAttribute("id"))
          .filter(id -> !id.isEmpty())
          .forEach(ids::add);
    }

    assertThat(ids).doesNotHaveDuplicates().isNotEmpty();
    for (Element svg : page.all("svg")) {
      if (svg.getAttribute("aria-hidden").isEmpty()) {
        assertThat(svg.getAttribute("role")).isEqualTo("img");
        assertThat(Page.all(svg, "title").get(0).getTextContent()).isNotBlank();
        assertThat(Page.all(svg, "desc").get(0).getTextContent()).isNotBlank();
        if (!svg.getAttribute("aria-labelledby").isEmpty()) {
          assertThat(ids).contains(svg.getAttribute("aria-labelledby").split(" ", -1));
        }
      }
    }
    for (Element table : page.all("table")) {
      assertThat(Page.all(table, "caption").get(0).getTextContent()).isNotBlank();
      assertThat(Page.all(table, "th")).allMatch(th -> !th.getAttribute("scope").isEmpty());
    }
  }

  @Test
  void html_everythingIsDrawnWithinItsImage() throws Exception {
    Page page = Page.of(Reports.of("a", "b", "c", "d", "e", "f", "g"));
    Pattern number = Pattern.compile("-?\\d+(\\.\\d+)?");
    int checked = 0;
    for (Element svg : page.all("svg")) {
      String[] box = svg.getAttribute("viewBox").split(" ", -1);
      for (Element path : Page.all(svg, "path")) {
        boolean mark = path.getAttribute("class").equals("mark");
        String places = path.getAttribute(mark ? "transform" : "d");
        if (!mark && places.matches(".*[HV].*")) {
          continue; // a stroke of an interval or a legend, in one direction
        }
        Matcher at = number.matcher(places);
        while (at.find()) {
          double x = Double.parseDouble(at.group());
          assertThat(at.find()).isTrue();
          double y = Double.parseDouble(at.group());
          assertThat(x).as(places).isBetween(0.0, Double.parseDouble(box[2]));
          assertThat(y).as(places).isBetween(0.0, Double.parseDouble(box[3]));
          checked++;
        }
      }
    }
    assertThat(checked).isGreaterThan(500);
  }

  @Test
  void html_refersToNothingElsewhere_andRunsNothing() throws Exception {
    Page page = Page.of(Reports.of("a", "b"));
    String text =
        page.html()
            .replace("xmlns=\"http://www.w3.org/2000/svg\"", "")
            .replace("xmlns=\"http://www.w3.org/1999/xhtml\"", "");

    assertThat(text)
        .doesNotContainPattern("(?i)https?:|//[a-z]|\\ssrc=|\\shref=|url\\(|@import|@font-face");
    assertThat(page.all("script")).isEmpty();
    assertThat(page.all("link")).isEmpty();
    assertThat(text).contains("default-src 'none'");
  }

  @Test
  void html_hostileTexts_areNothingButText() throws Exception {
    String name = "<script>alert(\"x\" & 'y')</script>]]>";
    ReportContent sound = Reports.of(name, "b\u0000\uD800\u0085c", "long name ".repeat(9));
    EvaluationResult result = sound.result();
    Page page =
        Page.of(
            new ReportContent(
                List.of(new ReportFact("<b>", "&amp;\" onload=\"x")),
                new EvaluationResult(
                    "</title><p>",
                    List.of(
                        new EvaluationResult.SplitSize("<!--", 10, 10, 3),
                        result.splits().get(1),
                        result.splits().get(2)),
                    result.contenders(),
                    result.comparisons(),
                    result.times()),
                sound.curve()));

    assertThat(page.all("script")).isEmpty();
    assertThat(page.all("b")).isEmpty();
    assertThat(page.all("title").get(0).getTextContent()).isEqualTo("Evaluation: </title><p>");
    assertThat(page.table("Mean of").get(0))
        .containsExactly("metric", name, "b\uFFFD\uFFFD\uFFFDc", "long name ".repeat(9).strip());
    assertThat(page.all("dt").get(0).getTextContent()).isEqualTo("<b>");
    assertThat(page.all("dd").get(0).getTextContent()).isEqualTo("&amp;\" onload=\"x");
    assertThat(page.row("Splits", "<!--")).containsExactly("10", "10", "3");
    assertThat(page.root().getTextContent()).contains("Mind: 3 of the ratings asked for");
  }

  @Test
  void html_sameContent_sameText_whateverTheTimesAndTheLanguage() throws Exception {
    ReportContent content = Reports.of("a", "b");
    EvaluationResult result = content.result();
    List<EvaluationResult.RunTime> slow =
        List.of(new EvaluationResult.RunTime("fold 1", "a", 77.25, 88.5));
    ReportContent other =
        new ReportContent(
            content.facts(),
            new EvaluationResult(
                result.protocol(),
                result.splits(),
                result.contenders(),
                result.comparisons(),
                slow),
            content.curve());
    String html = EvaluationReport.html(content);
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));

      assertThat(EvaluationReport.html(other)).isEqualTo(html);
      assertThat(EvaluationReport.html(Reports.of("a", "b"))).isEqualTo(html);
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void metrics_areThoseOfTheResult_theBestMarked() throws Exception {
    ReportContent content = Reports.of("a", "b");
    Page page = Page.of(content);
    List<ContenderResult> contenders = content.result().contenders();
    for (String[] row :
        new String[][] {
          {"RMSE ↓", "rmse"}, {"nDCG@10 ↑", "ndcg@10"}, {"gini@10", "gini@10"},
        }) {
      assertThat(page.row("Mean of 3 splits", row[0]))
          .as(row[0])
          .containsExactlyElementsOf(
              contenders.stream()
                  .map(c -> value(c, row[1]))
                  .map(v -> four(v.mean()) + " ± " + four(v.deviation()))
                  .toList());
    }
    assertThat(page.row("Lists of other lengths", "MRR@100 ↑").get(1))
        .startsWith(four(value(contenders.get(1), "mrr@100").mean()));
    assertThat(page.row("Every split's own figures", "RMSE, b"))
        .containsExactlyElementsOf(
            value(contenders.get(1), "rmse").bySplit().stream().map(v -> four(v)).toList());
    double a = value(contenders.get(0), "rmse").mean();
    double b = value(contenders.get(1), "rmse").mean();
    Element metrics = page.section("Metrics");
    assertThat(a).isNotEqualTo(b);
    assertThat(Page.all(metrics, "strong").get(0).getTextContent()).isEqualTo(four(Math.min(a, b)));
    assertThat(page.all("p").get(1).getTextContent())
        .startsWith("Lowest RMSE: " + (a < b ? "a, " : "b, ") + four(Math.min(a, b)));
  }

  @Test
  void comparisons_areThoseOfTheResult() throws Exception {
    ReportContent content = Reports.of("a", "b", "c");
    Page page = Page.of(content);
    for (Comparison pair : content.result().comparisons()) {
      String caption =
          pair.metric().label().equals("rmse") ? "Squared error per user" : "nDCG@10 per user";
      List<String> row = page.row(caption, pair.first() + " − " + pair.second());

      assertThat(row.get(0))
          .isEqualTo(String.format(Locale.ROOT, "%+.5f", pair.test().meanDifference()));
      assertThat(row.get(1)).startsWith(String.format(Locale.ROOT, "%+.5f", pair.test().lower()));
      assertThat(row.get(3)).isEqualTo(Figures.probability(pair.adjustedP()));
      assertThat(row.get(4)).isEqualTo("" + pair.test().pairs());
      assertThat(row.get(5)).isEqualTo(ComparisonSection.verdict(pair));
    }
  }

  @Test
  void verdict_namesTheBetterOne_onlyWhenThatIsClear() throws Exception {
    Comparison rmse = Reports.of("a", "b").result().comparisons().get(0);
    String better = rmse.test().meanDifference() < 0 ? "a" : "b";
    Comparison sure = new Comparison("a", "b", rmse.metric(), rmse.test(), 0.049);
    Comparison ndcg = new Comparison("a", "b", Metric.parse("ndcg@10"), rmse.test(), 0.049);
    Comparison unsure = new Comparison("a", "b", rmse.metric(), rmse.test(), 0.05);

    assertThat(ComparisonSection.verdict(sure)).isEqualTo(better);
    assertThat(ComparisonSection.verdict(ndcg)).isEqualTo(better.equals("a") ? "b" : "a");
    assertThat(ComparisonSection.verdict(unsure)).isEqualTo("no clear difference");
  }

  @Test
  void charts_haveTheFiguresOfTheResult() throws Exception {
    ReportContent content = Reports.of("a", "b");
    Page page = Page.of(content);
    ContenderResult a = content.result().contenders().get(0);
    for (ErrorBand band : a.ratings().orElseThrow().byPopularity()) {
      if (band.ratings() > 0) {
        List<String> row = page.row("Error by popularity of the movie", band.band().label());
        assertThat(row).startsWith(Figures.count(band.ratings()), four(band.rmse()));
        assertThat(page.html())
            .contains(
                "a, %s training ratings of the movie: RMSE, in stars %s ("
                    .formatted(band.band().label(), four(band.rmse())));
      }
    }
    for (RankingReport.UserBand band : a.ranking().orElseThrow().byActivity()) {
      if (band.users() > 0) {
        assertThat(page.row("nDCG@10 by activity", band.band().label()))
            .startsWith(Figures.count(band.users()), four(band.ndcg()));
      }
    }
    for (CalibrationBucket bucket : a.ratings().orElseThrow().calibration()) {
      assertThat(page.row("Calibration of a", Figures.plain(bucket.from())).get(3))
          .isEqualTo(String.format(Locale.ROOT, "%.3f", bucket.meanActual()));
    }
    assertThat(page.row("Recall by length", "100").get(0))
        .isEqualTo(four(value(a, "recall@100").mean()));
    EvaluationResult curve = content.curve().result().orElseThrow();
    assertThat(page.row("RMSE by share", "40%"))
        .startsWith(
            Figures.count(curve.splits().get(2).trainRatings()),
            four(value(curve.contenders().get(0), "rmse").bySplit().get(2)));
  }

  @Test
  void html_rankingOnly_saysThatThereAreNoRatings_andDrawsNoEmptyChart() throws Exception {
    Page page =
        Page.of(
            Reports.of(
                EvaluationPlan.ofRanking(Reports.splits().first(1), ReportMeasurement.RANKING),
                "a"));

    assertThat(page.all("h2"))
        .extracting(Element::getTextContent)
        .containsExactlyElementsOf(SECTIONS);
    for (String none : List.of("Error by popularity and activity", "Calibration")) {
      assertThat(Page.all(page.section(none), "svg")).isEmpty();
      assertThat(page.section(none).getTextContent()).contains("asks for no ratings");
    }
    assertThat(page.section("Comparisons").getTextContent()).contains("nothing to compare");
    assertThat(page.section("Metrics").getTextContent())
        .contains("no deviation")
        .doesNotContain("±");
    assertThat(Page.all(page.section("Learning curve"), "svg")).hasSize(1);
  }

  @Test
  void html_ratingsOnly_andNoCurve_saysSo() throws Exception {
    ReportContent content = Reports.of(EvaluationPlan.ofRatings(Reports.splits()), "a", "b");
    ReportCurve none = new ReportCurve("fold 1", List.of(0.1), Optional.empty(), "too <few>");
    Page page = Page.of(new ReportContent(content.facts(), content.result(), none));

    assertThat(page.section("Recommendations").getTextContent()).contains("no lists");
    assertThat(Page.all(page.section("Recommendations"), "svg")).isEmpty();
    assertThat(page.section("Learning curve").getTextContent())
        .contains("There is no learning curve: too <few>.");
    assertThat(Page.all(page.section("Learning curve"), "svg")).isEmpty();
  }

  @Test
  void measure_curveEndsWhereTheFirstSplitIs() throws Exception {
    ReportContent content = Reports.of("a", "b");
    EvaluationResult curve = content.curve().result().orElseThrow();

    assertThat(content.curve().fractions()).isEqualTo(ReportMeasurement.FRACTIONS);
    assertThat(curve.splits().get(5).trainRatings())
        .isEqualTo(content.result().splits().get(0).trainRatings());
    assertThat(curve.splits().get(0).trainRatings())
        .isEqualTo(
            LearningCurve.of(Reports.splits().split(0), ReportMeasurement.FRACTIONS, 1)
                .split(0)
                .train()
                .size());
    for (String metric : List.of("rmse", "ndcg@10")) {
      for (int c = 0; c < 2; c++) {
        assertThat(value(curve.contenders().get(c), metric).bySplit().get(5))
            .isEqualTo(value(content.result().contenders().get(c), metric).bySplit().get(0));
      }
    }
    assertThat(content.facts())
        .extracting(ReportFact::name)
        .containsExactly("Data", "Seed", "A hit is", "Files");
    assertThat(content.facts().get(0).value()).contains(" by 60 users of 150 movies (fold 1");
  }

  @Test
  void measure_shareTooSmallToTrain_leavesTheCurveOut() throws Exception {
    EvaluationPlan plan = EvaluationPlan.ofRatings(Reports.splits());
    List<Contender> picky =
        List.of(
            new Contender() {
              @Override
              public String name() {
                return "picky";
              }

              @Override
              public Scorer train(RatingTable ratings) {
                if (ratings.size() < 500) {
                  throw new IllegalArgumentException("k must be < 7, actual: 20");
                }
                return new Reports.Formula("x", 1).train(ratings);
              }
            });
    ReportContent content =
        ReportMeasurement.measure(
            plan,
            picky,
            List.of(),
            Evaluation.run(plan, picky, EvaluationListener.NONE),
            EvaluationListener.NONE);

    assertThat(content.curve().result()).isEmpty();
    assertThat(content.curve().problem()).isEqualTo("k must be < 7, actual: 20");
  }
}
