package io.reelrecs.cli;

import com.google.gson.stream.JsonWriter;
import io.reelrecs.core.matrix.RatingScale;
import io.reelrecs.train.TrainingReport;
import io.reelrecs.train.TrainingStep;
import io.reelrecs.train.TrainingSummary;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** The summary of {@code reelrecs train}. */
record TrainingRow(TrainingReport report, Path out) implements Row {

  @Override
  public void writeText(Appendable text) throws IOException {
    TrainingSummary s = report.summary();
    line(
        text,
        "Ratings",
        Text.count(s.ratings()) + " from " + report.read().file() + ", " + format());
    if (s.duplicates() > 0) {
      line(text, "Repeated", Text.plural(s.duplicates(), "rating") + " gave way to a later one");
    }
    if (report.read().badRows() > 0) {
      line(text, "Left out", Text.plural(report.read().badRows(), "malformed line"));
    }
    line(
        text,
        "Matrix",
        Text.count(s.users())
            + " users x "
            + Text.count(s.movies())
            + " movies"
            + (s.unratedMovies() > 0 ? ", " + Text.count(s.unratedMovies()) + " unrated" : "")
            + Text.format(", %.2f%% empty", 100 * s.sparsity()));
    line(text, "Scale", scale(s.scale()));
    line(
        text,
        "Titles",
        report.movies().map(Path::toString).orElse("none: no movies file beside the ratings"));
    line(text, "Algorithm", report.model().manifest().algorithm());
    if (s.neighbors() > 0) {
      line(text, "Neighbors", Text.count(s.neighbors()));
    }
    StringBuilder times = new StringBuilder();
    double total = 0;
    for (Map.Entry<TrainingStep, Double> step : s.seconds().entrySet()) {
      times.append(Text.format("%s %.2f, ", name(step.getKey()), step.getValue()));
      total += step.getValue();
    }
    line(text, "Seconds", times + Text.format("in all %.2f", total));
    text.append(Text.format("%-11s%s, %s", "Model", out, Text.bytes(report.modelBytes())));
  }

  private String format() {
    return report.read().format().describe() + (report.read().gzipped() ? ", gzipped" : "");
  }

  private static String scale(RatingScale scale) {
    if (scale.isPoint()) {
      return Text.rating(scale.lo()) + " for all";
    }
    return Text.rating(scale.lo())
        + " to "
        + Text.rating(scale.hi())
        + (scale.unit() > 0 ? ", in steps of " + Text.rating(scale.unit()) : "");
  }

  private static String name(TrainingStep step) {
    return step.name().toLowerCase(Locale.ROOT);
  }

  private static void line(Appendable text, String label, String value) throws IOException {
    text.append(Text.format("%-11s%s%n", label, value));
  }

  @Override
  public void writeJson(JsonWriter json) throws IOException {
    TrainingSummary s = report.summary();
    json.name("ratings_file").value(report.read().file().toString());
    json.name("movies_file").value(report.movies().map(Path::toString).orElse(null));
    json.name("users").value(s.users());
    json.name("movies").value(s.movies());
    json.name("unrated_movies").value(s.unratedMovies());
    json.name("ratings").value(s.ratings());
    json.name("duplicates").value(s.duplicates());
    json.name("bad_rows").value(report.read().badRows());
    json.name("lo").value(s.scale().lo());
    json.name("hi").value(s.scale().hi());
    json.name("sparsity").value(s.sparsity());
    json.name("neighbors").value(s.neighbors());
    json.name("heap_needed_bytes").value(s.heap().bytes());
    json.name("heap_available_bytes").value(s.heap().available());
    json.name("seconds").beginObject();
    for (Map.Entry<TrainingStep, Double> step : s.seconds().entrySet()) {
      json.name(name(step.getKey())).value(step.getValue());
    }
    json.endObject();
    json.name("algorithm").value(report.model().manifest().algorithm());
    json.name("fingerprint").value(report.model().manifest().fingerprint());
    json.name("model").value(out.toString());
    json.name("model_bytes").value(report.modelBytes());
  }
}
