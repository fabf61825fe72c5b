package io.reelrecs.cli;

import com.google.gson.stream.JsonWriter;
import io.reelrecs.core.score.Score;
import java.io.IOException;

/** One score of {@code reelrecs score}. */
record ScoreRow(Asker user, long movie, String title, Score score) implements Row {

  /** The heading above the rows. */
  static final String HEADING =
      Text.format(
          "%-8s %-8s %-8s %-9s %-15s %7s  %s",
          "user", "movie", "score", "predicted", "source", "support", "title");

  @Override
  public void writeText(Appendable text) throws IOException {
    text.append(
        Text.format(
                "%-8s %-8d %-8.4f %-9.3f %-15s %7d  %s",
                user.label(),
                movie,
                score.value(),
                score.predicted(),
                score.source(),
                score.support(),
                title)
            .stripTrailing());
  }

  @Override
  public void writeJson(JsonWriter json) throws IOException {
    user.writeJson(json);
    json.name("movie").value(movie);
    json.name("score").value(score.value());
    json.name("predicted").value(score.predicted());
    json.name("source").value(score.source().name());
    json.name("support").value(score.support());
  }
}
