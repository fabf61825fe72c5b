package io.reelrecs.cli;

import com.google.gson.stream.JsonWriter;
import io.reelrecs.train.blend.BlendEvaluation;
import io.reelrecs.train.blend.BlendHits;
import io.reelrecs.train.blend.BlendPlan;
import io.reelrecs.train.blend.BlendResult;
import io.reelrecs.train.blend.BlendRow;
import io.reelrecs.train.evaluate.significance.PairedTest;
import java.io.IOException;
import java.util.Optional;

/** The output of {@code reelrecs evaluate blend}: a row an order of the candidates. */
final class BlendRows {

  private static final int PERCENT = 100;

  private BlendRows() {}

  static void write(BlendPlan plan, BlendResult result, Output out) {
    BlendHits hits = result.hits();
    out.note(result.protocol() + "; " + BlendOptions.describe(plan));
    out.note(
        Text.format(
            "%s measured; %.0f candidates each, with %.1f%% of what was held out and liked",
            Text.plural(hits.measured(), "user"), hits.meanCandidates(), PERCENT * hits.recall()));
    out.note(
        Text.format(
            "weights %s; learned on an inner split: %s",
            LearnedWeightsRow.text(plan.weights()),
            LearnedWeightsRow.text(result.learned().weights())));
    out.note(
        Text.format(
            "%n%-28s %7s  %-29s  %-8s  %s",
            "", "nDCG@20", "less the first (95%)", "p", "users with ties at 1 in the best 20"));
    for (BlendRow row : result.rows()) {
      out.write(new OrderRow(result, row));
    }
  }

  private record OrderRow(BlendResult result, BlendRow row) implements Row {

    @Override
    public void writeText(Appendable text) throws IOException {
      Optional<PairedTest> test = row.difference();
      String difference =
          test.map(
                  t ->
                      Text.format("%+.4f [%+.4f, %+.4f]", t.meanDifference(), t.lower(), t.upper()))
              .orElse("");
      String p = test.isEmpty() ? "" : probability(row.adjustedP());
      String ties = Integer.toString(row.tiedUsers());
      if (row.tiedUsers() > 0) {
        ties += ", up to " + row.mostTied() + " movies";
      }
      text.append(
          Text.format("%-28s %7.4f  %-29s  %-8s  %s", row.name(), row.ndcg(), difference, p, ties));
    }

    private static String probability(double p) {
      return p < 1e-99 ? "< 1e-99" : Text.format("%.2g", p);
    }

    @Override
    public void writeJson(JsonWriter json) throws IOException {
      json.name("order").value(row.name());
      json.name("protocol").value(result.protocol());
      json.name("users").value(result.hits().measured());
      json.name("candidate_recall").value(result.hits().recall());
      json.name("ndcg@20").value(row.ndcg());
      json.name("users_tied_at_1").value(row.tiedUsers());
      json.name("most_tied_at_1").value(row.mostTied());
      if (row.difference().isPresent()) {
        PairedTest test = row.difference().get();
        json.name("difference").value(test.meanDifference());
        json.name("lower").value(test.lower());
        json.name("upper").value(test.upper());
        json.name("adjusted_p").value(row.adjustedP());
      }
      if (row.name().equals(BlendEvaluation.LEARNED)) {
        json.name("weights").value(LearnedWeightsRow.text(result.learned().weights()));
        json.name("feature_range").value(ChoiceConverter.label(result.learned().range()));
      }
    }
  }
}
