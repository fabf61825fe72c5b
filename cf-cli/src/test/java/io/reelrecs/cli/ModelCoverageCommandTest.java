package io.reelrecs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.reelrecs.core.score.ScoreSource;
import io.reelrecs.core.score.Scorer;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelCoverageCommandTest {

  @TempDir private static Path folder;
  private static SmallModel small;

  @BeforeAll
  static void train() throws Exception {
    small = SmallModel.in(folder);
  }

  @Test
  void coverage_isNearTheShareOfAllPairs() {
    Run run = Run.of("model", "coverage", small.file().toString(), "--pairs", "20000", "--json");

    Scorer scorer = Scorer.of(small.model());
    int neighbors = 0;
    int pairs = 0;
    for (long user : small.model().users().toArray()) {
      for (long movie : small.model().movies().toArray()) {
        pairs++;
        neighbors += scorer.score(user, movie).source() == ScoreSource.NEIGHBORS ? 1 : 0;
      }
    }
    List<JsonObject> rows = run.json();
    assertThat(run.status()).isZero();
    assertThat(rows.get(0).get("movie_ratings").getAsString()).isEqualTo("all");
    assertThat(rows.get(0).get("pairs").getAsInt()).isEqualTo(20_000);
    assertThat(rows.get(0).get("neighbors").getAsDouble())
        .isBetween((double) neighbors / pairs - 0.02, (double) neighbors / pairs + 0.02);
    int inBands = rows.stream().skip(2).mapToInt(row -> row.get("pairs").getAsInt()).sum();
    assertThat(inBands).isEqualTo(20_000);
  }

  @Test
  void coverage_isTheSameForTheSameSeed() {
    String[] args = {"model", "coverage", small.file().toString(), "--pairs", "500"};

    assertThat(Run.of(args).out()).isEqualTo(Run.of(args).out()).contains("all ", "20 and more");
  }

  @Test
  void coverage_ofNoPairs_isUsage() {
    Run run = Run.of("model", "coverage", small.file().toString(), "--pairs", "0");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.problem()).isEqualTo("pairs must be >= 1, actual: 0");
  }
}
