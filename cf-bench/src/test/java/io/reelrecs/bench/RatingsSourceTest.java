package io.reelrecs.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RatingsSourceTest {

  @TempDir Path folder;

  private final ByteArrayOutputStream text = new ByteArrayOutputStream();

  private Path find(Optional<Path> ratings, Optional<Path> data) throws IOException {
    BenchOptions options =
        new BenchOptions(
            List.of(), Effort.QUICK, true, List.of(), List.of(), ratings, data, folder);
    return RatingsSource.find(options, new PrintStream(text, true, StandardCharsets.UTF_8));
  }

  private Path moviesLens() throws IOException {
    Path file = folder.resolve("data/ml-1m/ratings.dat");
    Files.createDirectories(file.getParent());
    return Files.writeString(file, "1::1::5::1\n");
  }

  @Test
  void find_named_winsOverTheDataFolder() throws Exception {
    Path data = moviesLens().getParent().getParent();
    Path named = Files.writeString(folder.resolve("mine.csv"), "1,1,5\n");
    assertThat(find(Optional.of(named), Optional.of(data))).isEqualTo(named);
  }

  @Test
  void find_namedButMissing_refused() {
    assertThatThrownBy(() -> find(Optional.of(folder.resolve("none.csv")), Optional.empty()))
        .isInstanceOf(NoSuchFileException.class)
        .hasMessageContaining("none.csv: no such ratings file. Name another with ");
  }

  @Test
  void find_dataFolder_movieLens() throws Exception {
    Path real = moviesLens();
    assertThat(find(Optional.empty(), Optional.of(real.getParent().getParent()))).isEqualTo(real);
  }

  @Test
  void find_dataFolderWithoutMovieLens_madeUpAndSaysSo() throws Exception {
    Path made = find(Optional.empty(), Optional.of(folder.resolve("data")));
    assertThat(made).hasFileName("ratings.dat").isRegularFile();
    assertThat(text.toString(StandardCharsets.UTF_8))
        .contains("measuring on made-up ratings")
        .contains("(made up, 2,000 users, 2,000 movies, 200,000 ratings)");
  }

  @Test
  void find_nothing_madeUpOnce() throws Exception {
    Path made = find(Optional.empty(), Optional.empty());
    FileTime time = Files.getLastModifiedTime(made);
    Files.setLastModifiedTime(made, FileTime.fromMillis(time.toMillis() - 60_000));
    assertThat(find(Optional.empty(), Optional.empty())).isEqualTo(made);
    assertThat(Files.getLastModifiedTime(made)).isLessThan(time);
  }
}
