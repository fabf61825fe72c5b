package io.reelrecs.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.reelrecs.train.Algorithm;
import io.reelrecs.train.Recipe;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainCaseTest {

  @TempDir private Path temp;

  @Test
  void training_files_areGoneAfterEachTimeAndTheFolderAtTheEnd() throws Exception {
    Path ratings = Files.writeString(temp.resolve("ratings.dat"), "1::1::5::1\n2::1::3::1\n");
    Path folder = Files.createDirectory(temp.resolve("model"));
    Recipe recipe = Recipe.of(Algorithm.BASELINE);
    BenchSettings settings = new BenchSettings(ratings, 20, 1, 1, List.of(recipe));

    try (TrainCase training = new TrainCase(folder, settings, recipe)) {
      assertThat(training.run().model().ratings().size()).isEqualTo(2);
      long bytes = Files.size(folder.resolve("model.rrm"));
      assertThat(training.facts())
          .extracting(BenchResult.Fact::value)
          .containsExactly("baseline", bytes);

      training.clear();
      assertThat(folder).isEmptyDirectory();
      training.run();
    }

    assertThat(folder).doesNotExist();
  }
}
