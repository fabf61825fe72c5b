package io.reelrecs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.reelrecs.core.score.BlendWeights;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code evaluate blend} and {@code tune blend}. */
final class BlendCommandsTest {

  @TempDir private Path folder;
  private Path ratings;

  @BeforeEach
  void makeRatings() throws IOException {
    ratings = SmallModel.ratings(folder.resolve("ratings.dat"));
  }

  /** Runs {@code COMMAND blend} on small requests of a quick model. */
  private Run blend(String command, String... args) {
    List<String> all = new ArrayList<>(List.of(command, "blend"));
    all.addAll(List.of("--ratings", ratings.toString(), "--algorithm", "baseline"));
    all.addAll(List.of("--candidates", "25", "--similar-users", "15"));
    all.addAll(List.of(args));
    return Run.of(all.toArray(new String[0]));
  }

  private static BlendWeights weights(JsonObject row) {
    return new WeightsConverter().convert(row.get("weights").getAsString());
  }

  private static double sum(BlendWeights w) {
    return Math.rint(
            100
                * (w.cf()
                    + w.genreOverlap()
                    + w.collaborative()
                    + w.popularityPercentile()
                    + w.yearPreference()))
        / 100;
  }

  @Test
  void evaluateBlend_json_hasARowAnOrder() {
    Run run = blend("evaluate", "--json");

    assertThat(run.err()).isEmpty();
    assertThat(run.status()).isZero();
    List<JsonObject> rows = run.json();
    assertThat(rows).hasSize(11);
    JsonObject served = rows.get(0);
    assertThat(served.get("order").getAsString()).isEqualTo("blend, rescale");
    assertThat(served.get("protocol").getAsString()).isEqualTo("per-user hold-out of 0.2, seed 1");
    assertThat(served.get("users_tied_at_1").getAsInt()).isZero();
    assertThat(served.has("difference")).isFalse();
    assertThat(rows.get(1).get("order").getAsString()).isEqualTo("blend, raw");
    assertThat(rows.get(1).get("users_tied_at_1").getAsInt()).isPositive();
    assertThat(rows.get(1).get("difference").getAsDouble()).isNegative();
    assertThat(sum(weights(rows.get(2)))).isEqualTo(1);
    for (JsonObject row : rows) {
      assertThat(row.get("ndcg@20").getAsDouble()).isBetween(0.0, 1.0);
    }
  }

  @Test
  void evaluateBlend_text_isATableUnderItsProtocol() {
    Run run = blend("evaluate");
    List<String> lines = run.out().lines().toList();

    assertThat(lines.get(0))
        .isEqualTo(
            "per-user hold-out of 0.2, seed 1; baseline; up to 25 candidates, of what up to 15"
                + " similar users liked");
    assertThat(lines.get(2)).startsWith("weights 0.40,0.25,0.20,0.10,0.05; learned on an inner");
    assertThat(lines).anyMatch(line -> line.matches("blend, rescale +0\\.\\d{4} +0"));
    assertThat(lines)
        .anyMatch(line -> line.matches("blend, raw +0\\.\\d{4} .*, up to \\d+ movies"));
    assertThat(lines).hasSize(5 + 11);
  }

  @Test
  void evaluateBlend_weights_areThoseThatAreMeasured() {
    List<JsonObject> rows = blend("evaluate", "--weights", "0,0,1,0,0", "--json").json();

    assertThat(rows.get(0).get("ndcg@20")).isEqualTo(rows.get(5).get("ndcg@20"));
    assertThat(rows.get(5).get("order").getAsString()).isEqualTo("collaborative alone");
  }

  @Test
  void evaluateBlend_temporal_holdsOutTheLatest() {
    Run run = blend("evaluate", "--temporal", "0.3", "--json");

    assertThat(run.status()).as(run.err()).isZero();
    assertThat(run.json().get(0).get("protocol").getAsString())
        .startsWith("temporal hold-out of 0.3");
  }

  @ParameterizedTest
  @ValueSource(strings = {"rescale", "raw"})
  void tuneBlend_printsWhatServesTheWeights(String range) {
    Run run = blend("tune", "--feature-range", range);
    JsonObject row = blend("tune", "--feature-range", range, "--json").json().get(0);
    String weights = row.get("weights").getAsString();
    List<String> lines = run.out().lines().toList();

    assertThat(run.err()).isEmpty();
    assertThat(run.status()).isZero();
    assertThat(weights).matches("(\\d\\.\\d\\d,){4}\\d\\.\\d\\d");
    assertThat(sum(weights(row))).isEqualTo(1);
    assertThat(row.get("ndcg@20").getAsDouble())
        .isGreaterThanOrEqualTo(row.get("default_ndcg@20").getAsDouble());
    assertThat(row.get("command").getAsString())
        .isEqualTo("reelrecs serve --weights " + weights + " --feature-range " + range);
    assertThat(lines)
        .contains(
            row.get("command").getAsString(), "weights = " + weights, "feature-range = " + range);
  }

  @Test
  void tuneBlend_doesNotDependOnThreads() {
    assertThat(blend("tune", "--threads", "3").out())
        .isEqualTo(blend("tune", "--threads", "1").out());
  }

  @Test
  void blend_withoutMovies_saysWhatIsMissing() throws IOException {
    Files.delete(folder.resolve("movies.dat"));
    Run run = blend("tune");

    assertThat(run.status()).isZero();
    assertThat(run.err()).startsWith("no movies file beside ").contains("--movies");
  }

  @Test
  void blend_wrongUse_isSaidInPlainWords() {
    assertUsage("--ratings", Run.of("tune", "blend"));
    assertUsage("--ratings", Run.of("evaluate", "blend"));
    assertUsage(
        "--hold-out or --temporal", blend("tune", "--hold-out", "0.1", "--temporal", "0.1"));
    assertUsage("hold-out must be between 0 and 1", blend("tune", "--hold-out", "1"));
    assertUsage("temporal must be between 0 and 1", blend("tune", "--temporal", "0"));
    String file = ratings.toString();
    assertUsage(
        "candidates must be >= 1", Run.of("tune", "blend", "--ratings", file, "--candidates", "0"));
    assertUsage(
        "similar-users must be >= 1",
        Run.of("evaluate", "blend", "--ratings", file, "--similar-users", "0"));
    assertUsage("max-users must be >= 1", blend("evaluate", "--max-users", "0"));
    assertUsage("no user liked a candidate", blend("tune", "--positive-from", "6"));
    assertUsage("must be 5 numbers", blend("evaluate", "--weights", "1,2"));
  }

  private static void assertUsage(String message, Run run) {
    assertThat(run.status()).as(run.err()).isEqualTo(2);
    assertThat(run.err()).contains(message);
    assertThat(run.out()).isEmpty();
  }
}
