package io.reelrecs.cli;

import com.google.gson.stream.JsonWriter;
import io.reelrecs.core.score.BlendWeights;
import io.reelrecs.train.blend.LearnedWeights;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/** Weights that were learned, and how to serve them. */
record LearnedWeightsRow(LearnedWeights learned) implements Row {

  /** The weights as {@code serve --weights} reads them. */
  static String text(BlendWeights weights) {
    return DoubleStream.of(
            weights.cf(),
            weights.genreOverlap(),
            weights.collaborative(),
            weights.popularityPercentile(),
            weights.yearPreference())
        .mapToObj(LearnedWeightsRow::text)
        .collect(Collectors.joining(","));
  }

  /** Two decimals where these say all. */
  private static String text(double weight) {
    String hundredths = Text.format("%.2f", weight);
    return Double.parseDouble(hundredths) == weight ? hundredths : Double.toString(weight);
  }

  private String range() {
    return ChoiceConverter.label(learned.range());
  }

  private String command() {
    return Text.command()
        + " "
        + Text.shell(
            List.of("serve", "--weights", text(learned.weights()), "--feature-range", range()));
  }

  @Override
  public void writeText(Appendable text) throws IOException {
    text.append(
        Text.format(
            "%s measured; nDCG@20 of the default weights %.4f, of %s %.4f, the best of %s tried.\n",
            Text.plural(learned.hits().measured(), "user"),
            learned.defaultNdcg(),
            text(learned.weights()),
            learned.ndcg(),
            Text.count(learned.tried())));
    text.append(
        learned.isDefault()
            ? "Nothing is better than the default weights: keep them.\n"
            : "On other ratings the gain is somewhat less; \"evaluate blend\" tells.\n");
    text.append("Serve them with:\n").append(command());
    text.append("\nor in a configuration file:\n");
    text.append("weights = ").append(text(learned.weights()));
    text.append("\nfeature-range = ").append(range());
  }

  @Override
  public void writeJson(JsonWriter json) throws IOException {
    json.name("weights").value(text(learned.weights()));
    json.name("feature_range").value(range());
    json.name("protocol").value(learned.protocol());
    json.name("users").value(learned.hits().measured());
    json.name("ndcg@20").value(learned.ndcg());
    json.name("default_ndcg@20").value(learned.defaultNdcg());
    json.name("tried").value(learned.tried());
    json.name("command").value(command());
  }
}
