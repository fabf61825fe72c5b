package io.reelrecs.cli;

import com.google.gson.stream.JsonWriter;
import io.reelrecs.core.score.ScoreSource;
import io.reelrecs.train.evaluate.Comparison;
import io.reelrecs.train.evaluate.ContenderResult;
import io.reelrecs.train.evaluate.ErrorBand;
import io.reelrecs.train.evaluate.EvaluationResult;
import io.reelrecs.train.evaluate.MetricValue;
import io.reelrecs.train.evaluate.RatingReport;
import java.io.IOException;
import java.util.List;

/** The output of {@code reelrecs evaluate}: a row an algorithm, then a row a comparison. */
final class EvaluationRows {

  private EvaluationRows() {}

  static void write(EvaluationResult result, Output out) {
    out.note(result.protocol() + "; mean over " + Text.plural(result.splits().size(), "split"));
    for (ContenderResult contender : result.contenders()) {
      out.write(new ContenderRow(result, contender));
    }
    for (Comparison comparison : result.comparisons()) {
      out.write(new ComparisonRow(comparison));
    }
  }

  private record ContenderRow(EvaluationResult result, ContenderResult contender) implements Row {

    @Override
    public void writeText(Appendable text) throws IOException {
      text.append('\n').append(contender.name());
      for (MetricValue value : contender.metrics()) {
        text.append(
            Text.format(
                "%n  %-20s %.4f  +- %.4f",
                value.metric().label(), value.mean(), value.deviation()));
      }
      if (contender.ratings().isPresent()) {
        RatingReport report = contender.ratings().get();
        text.append("\n  answers from: ").append(sources(report));
        writeBands(text, "ratings of the user", report.byActivity());
        writeBands(text, "ratings of the movie", report.byPopularity());
      }
    }

    private static String sources(RatingReport report) {
      StringBuilder line = new StringBuilder();
      for (ScoreSource source : report.bySource().keySet()) {
        line.append(line.isEmpty() ? "" : ", ")
            .append(Text.format("%s %.1f%%", source, 100 * report.share(source)));
      }
      return line.toString();
    }

    private static void writeBands(Appendable text, String what, List<ErrorBand> bands)
        throws IOException {
      text.append("\n  RMSE by ").append(what).append(':');
      for (ErrorBand band : bands) {
        if (band.ratings() > 0) {
          text.append(Text.format("  %s: %.4f", band.band().label(), band.rmse()));
        }
      }
    }

    @Override
    public void writeJson(JsonWriter json) throws IOException {
      json.name("algorithm").value(contender.name());
      json.name("protocol").value(result.protocol());
      json.name("splits").value(result.splits().size());
      json.name("metrics").beginObject();
      for (MetricValue value : contender.metrics()) {
        json.name(value.metric().label()).beginObject();
        json.name("mean").value(value.mean());
        json.name("deviation").value(value.deviation());
        json.name("by_split").beginArray();
        for (double each : value.bySplit()) {
          json.value(each);
        }
        json.endArray().endObject();
      }
      json.endObject();
      if (contender.ratings().isPresent()) {
        RatingReport report = contender.ratings().get();
        json.name("ratings").value(report.ratings());
        json.name("sources").beginObject();
        for (var source : report.bySource().entrySet()) {
          json.name(source.getKey().name()).value(source.getValue());
        }
        json.endObject();
        writeBands(json, "by_user_ratings", report.byActivity());
        writeBands(json, "by_movie_ratings", report.byPopularity());
      }
    }

    private static void writeBands(JsonWriter json, String name, List<ErrorBand> bands)
        throws IOException {
      json.name(name).beginArray();
      for (ErrorBand band : bands) {
        json.beginObject();
        json.name("band").value(band.band().label());
        json.name("ratings").value(band.ratings());
        json.name("rmse").value(band.rmse());
        json.endObject();
      }
      json.endArray();
    }
  }

  private record ComparisonRow(Comparison comparison) implements Row {

    @Override
    public void writeText(Appendable text) throws IOException {
      text.append(
          Text.format(
              "%n%s - %s, %s per user: %+.5f, 95%% within [%+.5f, %+.5f], p %s (%s users)",
              comparison.first(),
              comparison.second(),
              comparison.metric().label().equals("rmse")
                  ? "squared error"
                  : comparison.metric().label(),
              comparison.test().meanDifference(),
              comparison.test().lower(),
              comparison.test().upper(),
              probability(comparison.adjustedP()),
              Text.count(comparison.test().pairs())));
    }

    private static String probability(double p) {
      return p < 1e-300 ? "< 1e-300" : Text.format("= %.2g", p);
    }

    @Override
    public void writeJson(JsonWriter json) throws IOException {
      json.name("first").value(comparison.first());
      json.name("second").value(comparison.second());
      json.name("metric").value(comparison.metric().label());
      json.name("mean_difference").value(comparison.test().meanDifference());
      json.name("lower").value(comparison.test().lower());
      json.name("upper").value(comparison.test().upper());
      json.name("p").value(comparison.test().pValue());
      json.name("adjusted_p").value(comparison.adjustedP());
      json.name("pairs").value(comparison.test().pairs());
    }
  }
}
