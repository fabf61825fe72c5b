package io.reelrecs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code model inspect}, and what every command that reads a model says of one it cannot use. */
class ModelInspectCommandTest {

  /** Where the format version stands, in the header. */
  private static final int VERSION_AT = 8;

  @TempDir private static Path folder;
  private static SmallModel small;

  @BeforeAll
  static void train() throws Exception {
    small = SmallModel.in(folder);
  }

  @Test
  void inspect_text_tellsWhatIsInIt() throws IOException {
    Run run = Run.of("model", "inspect", small.file().toString());

    assertThat(run.status()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .startsWith("File       " + small.file() + ", ")
        .contains("\nAlgorithm  reference (k=5, missing=zero)\n")
        .contains("\nUsers      60\nMovies     50\nRatings    900\nScale      1 to 5\n")
        .contains("\nTitles     50\n")
        .endsWith("\nAll checksums are right.\n");
  }

  @Test
  void inspect_json_hasEveryFigure() throws IOException {
    Run run = Run.of("model", "inspect", small.file().toString(), "--json");

    assertThat(run.status()).isZero();
    assertThat(run.json()).hasSize(1);
    JsonObject row = run.json().get(0);
    assertThat(row.keySet())
        .containsExactly(
            "file",
            "bytes",
            "format",
            "writer",
            "algorithm",
            "parameters",
            "fingerprint",
            "users",
            "movies",
            "ratings",
            "lo",
            "hi",
            "mean",
            "neighbors",
            "titles");
    assertThat(row.get("bytes").getAsLong()).isEqualTo(Files.size(small.file()));
    assertThat(row.get("mean").getAsDouble()).isEqualTo(small.model().baseline().mean());
    assertThat(row.get("parameters")).hasToString("{\"k\":\"5\",\"missing\":\"zero\"}");
    assertThat(row.get("fingerprint").getAsString())
        .isEqualTo(small.model().manifest().fingerprint());
  }

  @Test
  void anyCommand_noModel_saysWhatToRun() {
    for (Run run : runs(folder.resolve("none.rrm"))) {
      assertThat(run.status()).isEqualTo(4);
      assertThat(run.out()).isEmpty();
      assertThat(run.err())
          .isEqualTo(
              "reelrecs: there is no model at "
                  + folder.resolve("none.rrm")
                  + "\nTrain one with: reelrecs train --ratings data/ratings.dat\n"
                  + "Without any data: reelrecs demo\n");
    }
  }

  @Test
  void anyCommand_damagedModel_isRefused() throws IOException {
    byte[] bytes = Files.readAllBytes(small.file());
    bytes[bytes.length / 2] ^= 1;

    assertRefused("damaged", Files.write(folder.resolve("damaged.rrm"), bytes));
  }

  @Test
  void anyCommand_modelOfANewerVersion_isRefused() throws IOException {
    byte[] bytes = Files.readAllBytes(small.file());
    bytes[VERSION_AT]++;

    assertRefused("newer than the version", Files.write(folder.resolve("newer.rrm"), bytes));
  }

  @Test
  void anyCommand_directory_isRefused() throws IOException {
    assertRefused("is a folder without a file CURRENT", folder);
  }

  @Test
  void anyCommand_otherFile_isRefused() throws IOException {
    assertRefused("not a ReelRecs model", small.ratings());
  }

  @Test
  void model_withoutItsCommand_saysWhichThereAre() {
    Run run = Run.of("model");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.problem()).isEqualTo("say what to do, as in: reelrecs model inspect");
    assertThat(Run.of("model", "look").problem()).isEqualTo("unknown command: look");
  }

  private static void assertRefused(String why, Path model) {
    for (Run run : runs(model)) {
      assertThat(run.status()).isEqualTo(4);
      assertThat(run.out()).isEmpty();
      assertThat(run.problem()).startsWith(model.toString()).contains(why);
    }
  }

  private static List<Run> runs(Path model) {
    String file = model.toString();
    List<Run> runs = new ArrayList<>();
    runs.add(Run.of("model", "inspect", file));
    runs.add(Run.of("score", "--user", "1", "--movie", "1", "--model", file));
    runs.add(Run.of("similar", "--user", "1", "--model", file));
    runs.add(Run.of("recommend", "--user", "1", "--model", file));
    runs.add(Run.of("serve", "--port", "0", "--model", file));
    return runs;
  }
}
