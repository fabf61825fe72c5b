package io.reelrecs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.reelrecs.core.model.ModelFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code model add, list, promote, rollback, verify}, and commands that read such a folder. */
class ModelVersionsCommandTest {

  @TempDir private static Path shared;
  private static SmallModel small;

  @TempDir private Path folder;

  @BeforeAll
  static void train() throws Exception {
    small = SmallModel.in(shared);
  }

  @BeforeEach
  void add() {
    for (String name : List.of("v1", "v2")) {
      assertThat(model("add", small.file().toString(), "--name", name).status()).isZero();
    }
  }

  private Run model(String... args) {
    List<String> all = new ArrayList<>(List.of("model"));
    all.addAll(Arrays.asList(args));
    all.addAll(List.of("--model", folder.toString()));
    return Run.of(all.toArray(String[]::new));
  }

  private void damage(String version) throws IOException {
    Path file = folder.resolve(version + ".rrm");
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2] ^= 1;
    Files.write(file, bytes);
  }

  @Test
  void promote_andRollback_sayWhatCountsAndWhatDid() {
    assertThat(model("promote", "v1").out()).isEqualTo("current version: v1\n");
    assertThat(model("promote", "v2").out()).isEqualTo("current version: v2, before: v1\n");
    assertThat(model("promote", "v2").out()).isEqualTo("current version: v2, as before\n");
    assertThat(model("rollback", "--json").out())
        .isEqualTo("{\"current\":\"v1\",\"before\":\"v2\"}\n");
    Run more = model("rollback");
    assertThat(more.status()).isEqualTo(4);
    assertThat(more.problem()).startsWith("there is no earlier version in " + folder);
  }

  @Test
  void list_tellsTheStateOfEach() throws IOException {
    model("promote", "v1");
    model("promote", "v2");

    Run text = model("list");
    assertThat(text.status()).isZero();
    assertThat(text.rows()).hasSize(2);
    assertThat(text.rows().get(0)).startsWith("v1 ").endsWith(" 1 rollback away");
    assertThat(text.rows().get(1)).startsWith("v2 ").endsWith(" current");
    List<JsonObject> rows = model("list", "--json").json();
    assertThat(rows.get(0).keySet())
        .containsExactly("version", "file", "bytes", "written", "current", "rollbacks");
    assertThat(rows.get(1).keySet())
        .containsExactly("version", "file", "bytes", "written", "current");
    assertThat(rows.get(1).get("bytes").getAsLong()).isEqualTo(Files.size(small.file()));
    assertThat(rows.get(1).get("current").getAsBoolean()).isTrue();
  }

  @Test
  void list_withoutACurrentVersion_listsAndSaysSo() {
    Run run = model("list");

    assertThat(run.status()).isEqualTo(4);
    assertThat(run.rows()).hasSize(2);
    assertThat(run.problem()).contains("no current version").contains("reelrecs model promote");
  }

  @Test
  void verify_readsAll_orOne() throws IOException {
    model("promote", "v1");
    assertThat(model("verify").out()).isEqualTo("v1: sound\nv2: sound\n");
    damage("v2");

    Run run = model("verify");
    assertThat(run.status()).isEqualTo(4);
    assertThat(run.out()).startsWith("v1: sound\nv2: ").contains("damaged");
    assertThat(model("verify", "v1").status()).isZero();
    List<JsonObject> rows = model("verify", "--json").json();
    assertThat(rows.get(0)).hasToString("{\"version\":\"v1\",\"sound\":true}");
    assertThat(rows.get(1).get("sound").getAsBoolean()).isFalse();
    assertThat(rows.get(1).get("problem").getAsString()).contains("damaged");
    assertThat(model("promote", "v2").status()).isEqualTo(4);
  }

  @Test
  void names_thatAreNotThere_orCannotBe_areRefused() {
    assertThat(model("promote", "v3").status()).isEqualTo(4);
    assertThat(model("promote", "v3").problem()).startsWith("there is no version v3 in " + folder);
    assertThat(model("verify", "../v1").status()).isEqualTo(2);
    assertThat(model("add", small.file().toString(), "--name", "v1").status()).isEqualTo(4);
    Run none = Run.of("model", "list", "--model", folder.resolve("none").toString());
    assertThat(none.status()).isEqualTo(4);
    assertThat(none.problem()).endsWith("none: no such file or folder");
  }

  @Test
  void commands_readTheCurrentVersion() {
    model("promote", "v2");

    String[] ask = {"score", "--user", "1", "--movie", "3", "--model"};
    String[] askFolder = Arrays.copyOf(ask, ask.length + 1);
    askFolder[ask.length] = folder.toString();
    String[] askFile = Arrays.copyOf(ask, ask.length + 1);
    askFile[ask.length] = small.file().toString();
    assertThat(Run.of(askFolder).status()).isZero();
    assertThat(Run.of(askFolder).out()).isEqualTo(Run.of(askFile).out());
    assertThat(Run.of("model", "inspect", folder.toString()).out())
        .startsWith("File       " + folder.resolve("v2.rrm") + ", ");
    assertThat(Run.of("model", "coverage", "--pairs", "10", folder.toString()).status()).isZero();
  }

  @Test
  void train_intoAFolder_addsAVersion_andPromotesNothing() throws IOException {
    model("promote", "v1");

    Run run =
        Run.of(
            "train",
            "--ratings",
            small.ratings().toString(),
            "--algorithm",
            "reference",
            "--out",
            folder.toString(),
            "--json");

    assertThat(run.status()).isZero();
    Path file = Path.of(run.json().get(0).get("model").getAsString());
    assertThat(file.getParent()).isEqualTo(folder);
    assertThat(ModelFile.read(file).users().size()).isEqualTo(SmallModel.USERS);
    String name = file.getFileName().toString().replace(".rrm", "");
    assertThat(name).matches("\\d{8}-\\d{6}-\\d{3}");
    assertThat(run.err())
        .contains(
            "version "
                + name
                + " added; reelrecs model promote "
                + name
                + " --model "
                + folder
                + " makes it the current one\n");
    assertThat(model("list", "--json").json()).hasSize(3);
    assertThat(model("promote", name).out())
        .isEqualTo("current version: " + name + ", before: v1\n");
  }
}
