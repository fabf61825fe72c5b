package io.reelrecs.train.report;

import io.reelrecs.train.evaluate.ErrorBand;
import io.reelrecs.train.evaluate.EvaluationResult;
import java.util.List;

/** Errors by how much is known of the movie and of the user. Stateless. */
final class ErrorSection {

  private ErrorSection() {}

  static void write(Markup page, EvaluationResult result) {
    page.open("section").leaf("h2", "Error by popularity and activity");
    if (result.contenders().get(0).ratings().isEmpty()) {
      page.leaf("p", "This protocol ranks movies and asks for no ratings: there are no errors.");
      page.close();
      return;
    }
    page.leaf(
        "p",
        "Where the error is made: a rating of a movie that few have rated, or by a user who has"
            + " rated little, is harder to foresee. The axes begin where the figures do.");
    page.open("div", "class", "charts");
    new BandChart(
            "error-by-movie",
            "Error by popularity of the movie",
            "RMSE, in stars",
            "training ratings of the movie",
            "test ratings",
            false)
        .write(page, result, "", c -> bands(c.ratings().orElseThrow().byPopularity()));
    new BandChart(
            "error-by-user",
            "Error by activity of the user",
            "RMSE, in stars",
            "training ratings of the user",
            "test ratings",
            false)
        .write(page, result, "", c -> bands(c.ratings().orElseThrow().byActivity()));
    page.close().close();
  }

  private static List<BandChart.BandValue> bands(List<ErrorBand> bands) {
    return bands.stream()
        .map(band -> new BandChart.BandValue(band.band(), band.ratings(), band.rmse()))
        .toList();
  }
}
