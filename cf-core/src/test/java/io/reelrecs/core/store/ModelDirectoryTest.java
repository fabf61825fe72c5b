package io.reelrecs.core.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.reelrecs.core.model.ModelFile;
import io.reelrecs.core.model.ModelFormatException;
import io.reelrecs.core.model.SampleModels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelDirectoryTest {

  @TempDir private static Path shared;
  private static Path model;

  @TempDir private Path folder;
  private ModelDirectory directory;

  @BeforeAll
  static void write() throws IOException {
    model = shared.resolve("model.rrm");
    ModelFile.write(SampleModels.random(20, 15, 0.4, new float[] {1, 3, 5}, 1), model);
  }

  @BeforeEach
  void open() {
    directory = ModelDirectory.at(folder);
  }

  private void add(String... names) throws IOException {
    for (String name : names) {
      directory.add(model, Optional.of(name));
    }
  }

  private void damage(String name) throws IOException {
    Path file = folder.resolve(name + ".rrm");
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2] ^= 1;
    Files.write(file, bytes);
  }

  private void point(String text) throws IOException {
    Files.writeString(folder.resolve("CURRENT"), text);
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void promote_movesThePointer_andSaysWhatWasBefore() throws IOException {
    add("a", "b");

    assertThat(directory.current()).isEmpty();
    assertThat(directory.promote("a")).isEmpty();
    assertThat(directory.promote("b")).contains("a");
    assertThat(directory.promote("b")).contains("b");
    assertThat(directory.current()).contains("b");
    assertThat(directory.currentVersion().file()).isEqualTo(folder.resolve("b.rrm"));
    assertThat(directory.history()).containsExactly("a");
    assertThat(folder.resolve("CURRENT")).hasContent("b\na\n");
    assertThat(names()).containsExactly(".lock", "CURRENT", "a.rrm", "b.rrm");
  }

  @Test
  void rollback_goesBackStepByStep() throws IOException {
    add("a", "b");
    for (String name : List.of("a", "b", "a", "b")) {
      directory.promote(name);
    }

    assertThat(directory.rollback().name()).isEqualTo("a");
    assertThat(directory.rollback().name()).isEqualTo("b");
    assertThat(directory.current()).contains("b");
    assertThat(directory.rollback().name()).isEqualTo("a");
    assertThatThrownBy(directory::rollback)
        .isInstanceOf(ModelStoreException.class)
        .hasMessageContaining("no earlier version");
    assertThat(directory.current()).contains("a");
  }

  @Test
  void rollback_passesOverWhatHasBeenDeleted() throws IOException {
    add("a", "b", "c");
    for (String name : List.of("a", "b", "c")) {
      directory.promote(name);
    }
    Files.delete(folder.resolve("b.rrm"));

    assertThat(directory.rollback().name()).isEqualTo("a");
    assertThat(directory.history()).isEmpty();
  }

  @Test
  void damagedVersion_isNeitherPromotedNorGoneBackTo() throws IOException {
    add("a", "b");
    directory.promote("a");
    directory.promote("b");
    damage("a");

    assertThatThrownBy(directory::rollback).isInstanceOf(ModelFormatException.class);
    assertThatThrownBy(() -> directory.promote("a")).isInstanceOf(ModelFormatException.class);
    assertThat(directory.current()).contains("b");
  }

  @Test
  void promote_nameThatIsNotThere_orCannotBe_isRefused() throws IOException {
    add("a");

    assertThatThrownBy(() -> directory.promote("b"))
        .isInstanceOf(ModelStoreException.class)
        .hasMessageStartingWith("there is no version b in " + folder);
    for (String name : List.of("../a", "", ".a", "a/b", "a b", "a\nb", "x".repeat(101))) {
      assertThatIllegalArgumentException().isThrownBy(() -> directory.promote(name));
    }
    assertThat(directory.current()).isEmpty();
  }

  @Test
  void pointer_thatNamesNothing_isSaidSo() throws IOException {
    add("a");

    assertThatThrownBy(directory::currentVersion)
        .isInstanceOf(ModelStoreException.class)
        .hasMessageContaining("without a file CURRENT");
    point("gone\n");
    assertThatThrownBy(directory::currentVersion)
        .isInstanceOf(ModelStoreException.class)
        .hasMessageContaining("names the version gone, but there is no file gone.rrm");
    for (String text : List.of("", "\n", "../a\n", "a\n../a\n", "\0\0", "a\n".repeat(40_000))) {
      point(text);
      assertThatThrownBy(directory::currentVersion)
          .isInstanceOf(ModelStoreException.class)
          .hasMessageStartingWith(folder.resolve("CURRENT") + " must name a version");
    }
  }

  @Test
  void pointer_writtenByHand_isTaken() throws IOException {
    add("a");

    for (String text : List.of("a", "a\n", "a\r\nb\r\n", "\n a \n")) {
      point(text);
      assertThat(directory.currentVersion().name()).isEqualTo("a");
    }
  }

  @Test
  void versions_areWholeFilesOnly() throws IOException {
    add("b", "a");
    Files.writeString(folder.resolve("c.rrm.12-34.tmp"), "half");
    Files.writeString(folder.resolve("CURRENT.12-34.tmp"), "half");
    Files.createDirectory(folder.resolve("d.rrm"));

    assertThat(directory.versions()).extracting(ModelVersion::name).containsExactly("a", "b");
    assertThat(directory.versions().get(0).bytes()).isEqualTo(Files.size(model));
    assertThatThrownBy(() -> ModelDirectory.at(folder.resolve("none")).versions())
        .isInstanceOf(NoSuchFileException.class);
    assertThatThrownBy(() -> ModelDirectory.at(model).versions())
        .isInstanceOf(NotDirectoryException.class);
  }

  @Test
  void add_copiesASoundModel_andPromotesNothing() throws IOException {
    ModelDirectory inner = ModelDirectory.at(folder.resolve("x/y"));

    ModelVersion named = inner.add(model, Optional.of("v1"));
    ModelVersion dated = inner.add(model, Optional.empty());

    assertThat(named.file()).hasSameBinaryContentAs(model);
    assertThat(dated.name()).matches("\\d{8}-\\d{6}-\\d{3}");
    assertThat(inner.current()).isEmpty();
    assertThatThrownBy(() -> inner.add(model, Optional.of("v1")))
        .isInstanceOf(ModelStoreException.class)
        .hasMessageContaining("already");
  }

  @Test
  void add_damagedModel_leavesNothing() throws IOException {
    Path bad = Files.writeString(folder.resolve("bad"), "no model");
    Path inner = folder.resolve("inner");

    assertThatThrownBy(() -> ModelDirectory.at(inner).add(bad, Optional.empty()))
        .isInstanceOf(ModelFormatException.class);
    assertThat(inner).doesNotExist();
  }

  @Test
  void newFile_isNeverATakenPlace() throws IOException {
    for (int i = 0; i < 50; i++) {
      Path file = directory.newFile();
      assertThat(file).doesNotExist();
      Files.createFile(file);
    }
  }

  @Test
  void promote_byManyAtOnce_losesNone_andReadersSeeAPointerAllTheTime() throws Exception {
    List<String> names = List.of("a", "b", "c", "d");
    add(names.toArray(String[]::new));
    directory.promote("a");
    ExecutorService threads = Executors.newCachedThreadPool();
    AtomicBoolean done = new AtomicBoolean();
    try {
      Future<?> reader =
          threads.submit(
              () -> {
                while (!done.get()) {
                  assertThat(names).contains(directory.currentVersion().name());
                }
                return null;
              });
      List<Future<Integer>> promoters = new ArrayList<>();
      for (String name : names) {
        promoters.add(
            threads.submit(
                () -> {
                  int changes = 0;
                  for (int i = 0; i < 20; i++) {
                    changes += directory.promote(name).equals(Optional.of(name)) ? 0 : 1;
                  }
                  return changes;
                }));
      }
      int changes = 0;
      for (Future<Integer> promoter : promoters) {
        changes += promoter.get(60, TimeUnit.SECONDS);
      }
      done.set(true);
      reader.get(60, TimeUnit.SECONDS);

      assertThat(directory.history()).hasSize(changes);
    } finally {
      done.set(true);
      threads.shutdownNow();
    }
  }

  @Test
  void history_isOfBoundedLength() throws IOException {
    add("a", "b");

    point("b\na\n".repeat(ModelDirectory.MAX_HISTORY / 2));
    directory.promote("a");

    assertThat(directory.history()).hasSize(ModelDirectory.MAX_HISTORY - 1);
    assertThat(directory.history().get(0)).isEqualTo("b");
  }
}
