package io.reelrecs.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.reelrecs.core.model.Model;
import io.reelrecs.core.model.ModelFile;
import io.reelrecs.train.ratings.BadDataException;
import io.reelrecs.train.ratings.OnBadRow;
import io.reelrecs.train.ratings.ReadOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TrainingJobTest {

  private static final String GOOD = "1::10::4::0\n1::20::5::0\n2::10::3::0\n";

  @TempDir private Path folder;

  @Test
  void run_moviesBesideTheRatings_areTakenAndCovered() throws Exception {
    Path ratings = Files.writeString(folder.resolve("ratings.dat"), GOOD);
    Files.writeString(
        folder.resolve("movies.dat"), "10::Ten (2010)::Drama\n30::Thirty (1930)::Comedy\n");

    TrainingReport report = TrainingJob.run(request(ratings), TrainingListener.NONE);

    Model model = ModelFile.read(out());
    assertThat(report.movies()).contains(folder.resolve("movies.dat"));
    assertThat(report.modelBytes()).isEqualTo(Files.size(out()));
    assertThat(report.summary().seconds())
        .containsOnlyKeys(
            EnumSet.complementOf(EnumSet.of(TrainingStep.NEIGHBORS)).toArray(TrainingStep[]::new));
    assertThat(report.summary().unratedMovies()).isEqualTo(1);
    assertThat(model.movies().toArray()).containsExactly(10, 20, 30);
    assertThat(model.title(30)).isEqualTo("Thirty (1930)");
    assertThat(model.title(20)).isEmpty();
  }

  @Test
  void run_malformedLine_writesNothingAndKeepsTheOldModel() throws IOException {
    Path ratings = Files.writeString(folder.resolve("ratings.dat"), GOOD + "2::x::3::0\n");
    Files.createDirectories(out().getParent());
    Files.writeString(out(), "the old model");

    assertThatThrownBy(() -> TrainingJob.run(request(ratings), TrainingListener.NONE))
        .isInstanceOf(BadDataException.class)
        .hasMessageContaining("ratings.dat")
        .hasMessageContaining("4");

    assertThat(out()).hasContent("the old model");
    try (var files = Files.list(out().getParent())) {
      assertThat(files).containsExactly(out());
    }
  }

  @Test
  void run_malformedLineSkipped_isCounted() throws Exception {
    Path ratings = Files.writeString(folder.resolve("ratings.dat"), GOOD + "2::x::3::0\n");
    TrainingRequest request =
        new TrainingRequest(
            ratings,
            Optional.empty(),
            out(),
            ReadOptions.defaults().withOnBadRow(OnBadRow.SKIP),
            TrainingParameters.DEFAULT);

    TrainingReport report = TrainingJob.run(request, TrainingListener.NONE);

    assertThat(report.read().badRows()).isEqualTo(1);
    assertThat(report.summary().ratings()).isEqualTo(3);
  }

  @Test
  void run_malformedMoviesFile_writesNothing() throws IOException {
    Path ratings = Files.writeString(folder.resolve("ratings.dat"), GOOD);
    Files.writeString(folder.resolve("movies.dat"), "ten::Ten (2010)::Drama\n");

    assertThatThrownBy(() -> TrainingJob.run(request(ratings), TrainingListener.NONE))
        .isInstanceOf(BadDataException.class)
        .hasMessageContaining("movies.dat");

    assertThat(out()).doesNotExist();
  }

  @Test
  void request_outIsAnInput_isRefused() throws IOException {
    Path ratings = Files.writeString(folder.resolve("ratings.dat"), GOOD);

    assertThatThrownBy(
            () ->
                new TrainingRequest(
                    ratings,
                    Optional.empty(),
                    folder.resolve("x/../ratings.dat"),
                    ReadOptions.defaults(),
                    TrainingParameters.DEFAULT))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("out must not be an input file");
  }

  @Test
  void run_outIsTheMoviesFileBesideTheRatings_isRefused() throws IOException {
    Path ratings = Files.writeString(folder.resolve("ratings.dat"), GOOD);
    String titles = "1::One (2001)::Drama\n";
    Path movies = Files.writeString(folder.resolve("movies.dat"), titles);
    TrainingRequest request =
        new TrainingRequest(
            ratings, Optional.empty(), movies, ReadOptions.defaults(), TrainingParameters.DEFAULT);

    assertThatThrownBy(() -> TrainingJob.run(request, TrainingListener.NONE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("out must not be an input file, actual: " + movies);
    assertThat(movies).content().isEqualTo(titles);
  }

  @Test
  void run_outIsADirectory_isFoundBeforeTheWork() throws IOException {
    Path ratings = Files.writeString(folder.resolve("ratings.dat"), GOOD);
    Files.createDirectories(out());
    TrainingListener listener =
        new TrainingListener() {
          @Override
          public void started(TrainingStep step) {
            throw new AssertionError("started " + step);
          }
        };

    assertThatThrownBy(() -> TrainingJob.run(request(ratings), listener))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("is a directory");
  }

  @Test
  void run_movieLens1M_coversTheWholeCatalog() throws Exception {
    String data = System.getProperty("reelrecs.data", System.getenv("REELRECS_DATA"));
    assumeTrue(data != null, "skipped: REELRECS_DATA does not name the data folder");

    TrainingReport report =
        TrainingJob.run(request(Path.of(data, "ml-1m", "ratings.dat")), TrainingListener.NONE);

    assertThat(report.summary().users()).isEqualTo(6_040);
    assertThat(report.summary().movies()).isEqualTo(3_883);
    assertThat(report.summary().unratedMovies()).isEqualTo(177);
    assertThat(report.summary().ratings()).isEqualTo(1_000_209);
    assertThat(report.summary().duplicates()).isZero();
    assertThat(ModelFile.read(out()).title(1193))
        .isEqualTo("One Flew Over the Cuckoo's Nest (1975)");
  }

  private Path out() {
    return folder.resolve("models").resolve("reelrecs.rrm");
  }

  private TrainingRequest request(Path ratings) {
    return new TrainingRequest(
        ratings, Optional.empty(), out(), ReadOptions.defaults(), TrainingParameters.DEFAULT);
  }
}
