package io.reelrecs.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.reelrecs.core.ids.IdIndex;
import io.reelrecs.core.matrix.MissingRating;
import io.reelrecs.core.matrix.RatingMatrix;
import io.reelrecs.core.matrix.SampleRatings;
import io.reelrecs.core.search.NeighborGraph;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ModelFileTest {

  private static final float NONE = Float.NaN;

  @TempDir private Path folder;

  static Stream<Model> models() {
    float[] bothSigns = {-2.5f, -1, 0, 3};
    RatingMatrix gaps =
        SampleRatings.dense(
            new float[] {NONE, 4, NONE, NONE, 5, NONE},
            new float[] {NONE, NONE, NONE, NONE, NONE, NONE},
            new float[] {NONE, 1, NONE, NONE, NONE, NONE});
    RatingMatrix nothing = RatingMatrix.of(0, 0, new int[0], new int[0], new float[0]);
    RatingMatrix tenths = SampleRatings.random(20, 300, 0.2, SampleRatings.TENTHS, 3);
    NeighborGraph ragged =
        NeighborGraph.of(
            new int[] {0, 2, 2, 3}, new int[] {2, 1, 0}, new double[] {0.5, -0.0, -0.5});
    Model half =
        SampleModels.with(
            SampleModels.random(9, 11, 0.5, SampleRatings.HALF_STARS, 2), SampleModels.catalog());
    Stream<Model> plain =
        Stream.of(
            SampleModels.random(30, 40, 0.3, SampleRatings.STARS, 1),
            half,
            SampleModels.of(tenths, 7, MissingRating.USER_MEAN),
            SampleModels.random(12, 5, 0.5, bothSigns, 4),
            SampleModels.random(6, 5, 0.6, new float[] {-32_767, 32_767}, 5),
            SampleModels.random(6, 5, 0.6, new float[] {Float.MAX_VALUE, Float.MIN_VALUE}, 6),
            SampleModels.of(gaps, 20, MissingRating.ZERO),
            SampleModels.of(gaps, ragged, MissingRating.ZERO),
            SampleModels.of(nothing, 20, MissingRating.ZERO));
    return Stream.concat(
        plain,
        Stream.of(half, SampleModels.of(gaps, ragged, MissingRating.ZERO))
            .flatMap(ModelFileTest::learned));
  }

  /** The model with each part that can be learned, alone and together, and each ranking. */
  private static Stream<Model> learned(Model model) {
    Ranking prediction = new Ranking.ByPrediction();
    return Stream.concat(
        Stream.of(
            SampleLearned.regressions(model, true, false, prediction),
            SampleLearned.regressions(model, false, true, prediction)),
        SampleLearned.rankings(model)
            .map(ranking -> SampleLearned.regressions(model, true, true, ranking)));
  }

  @ParameterizedTest
  @MethodSource("models")
  void read_givesBackWhatWasWritten(Model model) throws IOException {
    Path file = folder.resolve("model.rrm");
    long size = ModelFile.write(model, file);

    assertThat(Files.size(file)).isEqualTo(size);
    assertSame(ModelFile.read(file), model);
    for (int threads : new int[] {1, 2, 3, 8}) {
      assertSame(ModelFile.read(file, threads), model);
    }
  }

  @Test
  void read_refusesFewerThreadsThanOne() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ModelFile.read(folder.resolve("any.rrm"), 0))
        .withMessage("threads must be >= 1, actual: 0");
  }

  /** Many more movies than two bytes count, and ratings beyond what a byte does. */
  @Test
  void read_givesBackWideIndexesAndRatings() throws IOException {
    int[] user = {0, 0, 0, 1, 1};
    int[] movie = {0, 65_535, 65_536, 65_537, 69_999};
    for (float[] rating :
        new float[][] {{1, 2, 3, 4, 5}, {-127, 127, 1, 128, 2}, {9e9f, 1, 2, 3, 4}}) {
      RatingMatrix wide = RatingMatrix.of(2, 70_000, user, movie, rating);
      Model model = SampleModels.of(wide, 1, MissingRating.ZERO);

      assertSame(ModelFile.read(write(model, "wide")), model);
    }
  }

  @ParameterizedTest
  @MethodSource("models")
  void write_givesTheSameBytes_forTheSameModel(Model model) throws IOException {
    Path first = folder.resolve("first.rrm");
    Path second = folder.resolve("second.rrm");
    Path again = folder.resolve("again.rrm");
    ModelFile.write(model, first);
    ModelFile.write(model, second);
    ModelFile.write(ModelFile.read(first), again);

    assertThat(second).hasSameBinaryContentAs(first);
    assertThat(again).hasSameBinaryContentAs(first);
  }

  @Test
  void write_doesNotDependOnTheOrderOfParametersAndMovies() throws IOException {
    Model model = SampleModels.random(4, 4, 0.5, SampleRatings.STARS, 1);
    TreeMap<String, String> reversed = new TreeMap<>((a, b) -> b.compareTo(a));
    reversed.putAll(Map.of("a", "1", "b", "2", "c", "3"));
    ModelManifest manifest = new ModelManifest("x", reversed, "f", "w");
    Path first = write(rename(model, manifest), "a");
    Path second =
        write(
            rename(model, ModelManifest.of("x", Map.of("c", "3", "a", "1", "b", "2"), "f", "w")),
            "b");

    assertThat(second).hasSameBinaryContentAs(first);
    assertThat(ModelFile.read(first).manifest()).isEqualTo(manifest);
  }

  @Test
  void write_makesMissingFolders_andReplacesAnOldFile() throws IOException {
    Path file = folder.resolve("a/b/model.rrm");
    ModelFile.write(SampleModels.random(9, 9, 0.5, SampleRatings.STARS, 1), file);
    Model second = SampleModels.random(4, 4, 0.5, SampleRatings.STARS, 2);
    ModelFile.write(second, file);

    assertSame(ModelFile.read(file), second);
    assertThat(names(file.getParent())).containsExactly("model.rrm");
  }

  @Test
  void write_leavesEverythingAsItWas_whenTheTargetIsAFolder() throws IOException {
    Path target = Files.createDirectory(folder.resolve("model.rrm"));
    Files.writeString(target.resolve("inside"), "x");
    Model model = SampleModels.random(4, 4, 0.5, SampleRatings.STARS, 1);

    assertThatThrownBy(() -> ModelFile.write(model, target))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("is a directory, not a place for a model file");
    assertThat(names(folder)).containsExactly("model.rrm");
    assertThat(names(target)).containsExactly("inside");
  }

  @Test
  void write_leavesEverythingAsItWas_whenTheParentIsAFile() throws IOException {
    Path parent = Files.writeString(folder.resolve("parent"), "not a folder");
    Model model = SampleModels.random(4, 4, 0.5, SampleRatings.STARS, 1);

    assertThatThrownBy(() -> ModelFile.write(model, parent.resolve("model.rrm")))
        .isInstanceOf(IOException.class);
    assertThat(names(folder)).containsExactly("parent");
    assertThat(parent).hasContent("not a folder");
  }

  /** Half a surrogate pair makes the writer fail with some sections written and some not. */
  @Test
  void write_leavesTheOldFile_whenItFailsHalfWay() throws IOException {
    Path file = folder.resolve("model.rrm");
    Model good = SampleModels.random(4, 4, 0.5, SampleRatings.STARS, 1);
    ModelFile.write(good, file);
    Model bad =
        SampleModels.with(
            good, MovieCatalog.of(List.of(new Movie(1, "\uD800", 0, List.of("\uDC00")))));

    assertThatThrownBy(() -> ModelFile.write(bad, file))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("a text is not Unicode");
    assertThat(names(folder)).containsExactly("model.rrm");
    assertSame(ModelFile.read(file), good);
  }

  @Test
  void read_saysThatThereIsNoFile() {
    assertThatExceptionOfType(NoSuchFileException.class)
        .isThrownBy(() -> ModelFile.read(folder.resolve("none.rrm")));
  }

  @Test
  void read_refusesAFolder() {
    assertThatExceptionOfType(ModelFormatException.class)
        .isThrownBy(() -> ModelFile.read(folder))
        .withMessageContaining(folder + " is a directory, not a model file");
  }

  @Test
  void docs_describeThisVersionAndEverySection() throws IOException {
    String page = Files.readString(Path.of("../docs/file-format.md"));

    assertThat(page).contains("every byte of format version " + ModelFile.FORMAT_VERSION + ".");
    for (Section section : Section.values()) {
      assertThat(page).contains("\n| `" + section.tag() + "` |");
    }
  }

  private Path write(Model model, String name) throws IOException {
    Path file = folder.resolve(name);
    ModelFile.write(model, file);
    return file;
  }

  private static Model rename(Model model, ModelManifest manifest) {
    return new Model(
        manifest,
        model.users(),
        model.movies(),
        model.ratings(),
        model.missing(),
        model.baseline(),
        model.neighbors(),
        model.catalog());
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private static void assertSame(Model actual, Model expected) {
    assertThat(actual.manifest()).isEqualTo(expected.manifest());
    assertThat(actual.missing()).isEqualTo(expected.missing());
    assertSame(actual.users(), expected.users());
    assertSame(actual.movies(), expected.movies());
    assertSame(actual.ratings(), expected.ratings());
    assertThat(actual.baseline()).isEqualTo(expected.baseline());
    assertThat(actual.neighbors()).isEqualTo(expected.neighbors());
    assertThat(actual.catalog().movies()).isEqualTo(expected.catalog().movies());
    assertSame(actual.learned(), expected.learned());
  }

  private static void assertSame(Learned actual, Learned expected) {
    assertThat(actual.users()).usingRecursiveComparison().isEqualTo(expected.users());
    assertThat(actual.movies()).usingRecursiveComparison().isEqualTo(expected.movies());
    assertThat(actual.ranking()).hasSameClassAs(expected.ranking());
    assertThat(actual.ranking()).usingRecursiveComparison().isEqualTo(expected.ranking());
  }

  private static void assertSame(IdIndex actual, IdIndex expected) {
    assertThat(actual.toArray()).isEqualTo(expected.toArray());
  }

  private static void assertSame(RatingMatrix actual, RatingMatrix expected) {
    assertThat(actual.users()).isEqualTo(expected.users());
    assertThat(actual.movies()).isEqualTo(expected.movies());
    assertThat(actual.size()).isEqualTo(expected.size());
    assertThat(actual.scale()).isEqualTo(expected.scale());
    for (int user = 0; user < expected.users(); user++) {
      assertThat(actual.rowStart(user)).isEqualTo(expected.rowStart(user));
      for (int p = expected.rowStart(user); p < expected.rowEnd(user); p++) {
        assertThat(actual.movieAt(p)).isEqualTo(expected.movieAt(p));
        assertThat(actual.ratingAt(p)).isEqualTo(expected.ratingAt(p));
      }
    }
  }
}
