package io.reelrecs.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.reelrecs.core.matrix.SampleRatings;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sections of learned parts that are sealed and yet lie: each is refused by its name. */
class LearnedSectionsTest {

  private static final int USERS = 4;
  private static final int MOVIES = 3;

  /** Where the figures of a section stand: a flag, parameters, three of strength, weights. */
  private static final int PARAMETERS = 1;

  private static final int STRENGTH = PARAMETERS + 2 * Double.BYTES;
  private static final int WEIGHTS = STRENGTH + 3 * Double.BYTES;

  @TempDir private Path folder;
  private final Model plain = SampleModels.random(USERS, MOVIES, 0.6, SampleRatings.STARS, 1);
  private Path file;
  private Path bad;

  @BeforeEach
  void writeGood() throws IOException {
    file = folder.resolve("model.rrm");
    bad = folder.resolve("bad.rrm");
    write(new Ranking.ByPrediction());
  }

  private void write(Ranking ranking) throws IOException {
    ModelFile.write(SampleLearned.regressions(plain, true, true, ranking), file);
  }

  private Ranking neighbors() {
    return SampleLearned.neighbors(plain, 4, 2, 1.5, 0.5);
  }

  private Ranking linear() {
    return new Ranking.ByLinearModel(4, 0.5, SampleLearned.matrix(MOVIES, new Random(2)));
  }

  @Test
  void read_refusesABaselineOutOfRange() throws IOException {
    for (int figure = 0; figure < 2 + USERS + MOVIES; figure++) {
      int at = figure * Double.BYTES;
      changed(Section.BASELINE, payload -> payload.putDouble(at, Double.NaN))
          .withMessageContaining("must be finite, actual: NaN");
      changed(Section.BASELINE, payload -> payload.putDouble(at, 1.1e50))
          .withMessageContaining("must be within 1e50 of 0, actual: 1.1E50");
    }
    changed(Section.BASELINE, payload -> payload.putDouble(Double.BYTES, -0.5))
        .withMessageContaining("user regularization must be >= 0, actual: -0.5");
  }

  @ParameterizedTest
  @EnumSource(names = {"USER_REGRESSION", "MOVIE_REGRESSION"})
  void read_refusesAFlagThatIsNone(Section section) throws IOException {
    for (int flag : new int[] {2, 0x7F, 0x80, 0xFF}) {
      changed(section, payload -> payload.put(0, (byte) flag))
          .withMessageContaining("a flag that is " + flag + ", neither 0 nor 1");
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"USER_REGRESSION", "MOVIE_REGRESSION"})
  void read_refusesFiguresBehindAnAbsentPart(Section section) throws IOException {
    changed(section, payload -> payload.put(0, (byte) 0)).withMessageContaining("bytes too many");
  }

  /** Cut anywhere, also within the numbers: what is there is counted before it is read. */
  @Test
  void read_refusesTooFewFloats_inEverySection() throws IOException {
    for (Ranking ranking : new Ranking[] {neighbors(), linear(), new Ranking.ByPopularity(3)}) {
      write(ranking);
      for (Section section :
          new Section[] {
            Section.USER_REGRESSION, Section.MOVIE_REGRESSION, Section.MATRICES, Section.RANKING
          }) {
        byte[] payload = new ResealedFile(file).payload(section);
        for (int length = 0; length <= payload.length + 1; length++) {
          if (length != payload.length) {
            new ResealedFile(file).with(section, Arrays.copyOf(payload, length)).writeTo(bad);
            refused(section);
          }
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"USER_REGRESSION", "MOVIE_REGRESSION"})
  void read_refusesWeightsThatAreNotFinite(Section section) throws IOException {
    int size = new ResealedFile(file).payload(section).length;
    for (float value : new float[] {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY}) {
      for (int at = WEIGHTS; at < size; at += Float.BYTES) {
        int place = at;
        changed(section, payload -> payload.putFloat(place, value))
            .withMessageContaining("weights must be finite");
      }
    }
  }

  @Test
  void read_refusesStepsOutOfRange_inBothSectionsOfMatrices() throws IOException {
    write(linear());
    int ofLinear = 1 + "LINEAR".length() + 2 * Double.BYTES + MOVIES * Integer.BYTES;
    int ofCells = 1 + MOVIES * Integer.BYTES;
    for (double step : new double[] {-1, 1.1e34, Double.NaN, Double.POSITIVE_INFINITY}) {
      for (int row = 0; row < 3 * MOVIES; row++) {
        int at = ofCells + row * Double.BYTES;
        changed(Section.MATRICES, payload -> payload.putDouble(at, step))
            .withMessageContaining("a step must be in [0, ");
      }
      for (int row = 0; row < MOVIES; row++) {
        int at = ofLinear + row * Double.BYTES;
        changed(Section.RANKING, payload -> payload.putDouble(at, step))
            .withMessageContaining("a step must be in [0, ");
      }
    }
  }

  @Test
  void read_refusesAnOrderThatIsNotOfAllMovies() throws IOException {
    for (int movie : new int[] {-1, MOVIES, Integer.MIN_VALUE, Integer.MAX_VALUE}) {
      for (int i = 0; i < MOVIES; i++) {
        int at = 1 + i * Integer.BYTES;
        changed(Section.MATRICES, payload -> payload.putInt(at, movie))
            .withMessageContaining("columns must be 0 to 2, each once, actual: " + movie);
      }
    }
    changed(Section.MATRICES, payload -> payload.putInt(1, payload.getInt(5)))
        .withMessageContaining("each once, actual: ");
  }

  @Test
  void read_refusesAnotherNumberOfMatrices() throws IOException {
    changed(Section.MATRICES, payload -> payload.put(0, (byte) 4))
        .withMessageContaining("a number of matrices of 4, more than 3");
    changed(Section.MATRICES, payload -> payload.put(0, (byte) 0))
        .withMessageContaining("bytes too many");
    byte[] none = {0};
    new ResealedFile(file).with(Section.MATRICES, none).writeTo(bad);
    refused(Section.MATRICES).withMessageContaining("a number of matrices of 0, not 3");
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
  void read_refusesAShrinkageThatIsNone(double value) throws IOException {
    changed(Section.USER_REGRESSION, payload -> payload.putDouble(PARAMETERS, value))
        .withMessageContaining("shrinkage must be > 0 and finite, actual: " + value);
    changed(Section.MOVIE_REGRESSION, payload -> payload.putDouble(PARAMETERS, value))
        .withMessageContaining("regularization must be > 0 and finite, actual: " + value);
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, 1_000_001, Double.NaN})
  void read_refusesACountWeightOrExponentOutOfRange(double value) throws IOException {
    int at = PARAMETERS + Double.BYTES;
    changed(Section.USER_REGRESSION, payload -> payload.putDouble(at, value))
        .withMessageContaining("countWeight must be in [0, 1e6], actual: " + value);
    changed(Section.MOVIE_REGRESSION, payload -> payload.putDouble(at, value))
        .withMessageContaining("exponent must be in [0, 1], actual: " + value);
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e6 + 1, -1e6 - 1, Double.NaN, Double.NEGATIVE_INFINITY})
  void read_refusesAStrengthOutOfRange(double value) throws IOException {
    for (int figure = 0; figure < 3; figure++) {
      int at = STRENGTH + figure * Double.BYTES;
      for (Section section : new Section[] {Section.USER_REGRESSION, Section.MOVIE_REGRESSION}) {
        changed(section, payload -> payload.putDouble(at, value))
            .withMessageContaining("a strength must be within a million of 0, actual: " + value);
      }
    }
  }

  @Test
  void read_refusesAnUnknownKindOfRanking() throws IOException {
    for (String kind : new String[] {"", "RANDOM", "prediction", "PREDICTION "}) {
      forged(out -> out.putText(kind)).withMessageContaining("an unknown kind of ranking");
    }
    forged(out -> out.putVarint(1L << 40)).withMessageContaining("more than the section can hold");
  }

  @ParameterizedTest
  @ValueSource(strings = {"POPULARITY", "NEIGHBORS", "LINEAR"})
  void read_refusesPositivesFromNowhere(String kind) throws IOException {
    Ranking ranking =
        switch (kind) {
          case "POPULARITY" -> new Ranking.ByPopularity(3);
          case "NEIGHBORS" -> neighbors();
          default -> linear();
        };
    write(ranking);
    int at = 1 + kind.length();
    changed(Section.RANKING, payload -> payload.putDouble(at, Double.NaN))
        .withMessageContaining("positiveFrom must be a number, actual: NaN");
  }

  @ParameterizedTest
  @ValueSource(doubles = {1.1, Double.NaN, Double.POSITIVE_INFINITY})
  void read_refusesAThresholdAboveOne(double value) throws IOException {
    write(neighbors());
    int size = new ResealedFile(file).payload(Section.RANKING).length;
    for (int user = 1; user <= USERS; user++) {
      int at = size - user * (Double.BYTES + Integer.BYTES);
      changed(Section.RANKING, payload -> payload.putDouble(at, value))
          .withMessageContaining("a threshold must be <= 1, actual: " + value);
    }
  }

  @ParameterizedTest
  @CsvSource({"-0.5", "10.5", "NaN", "Infinity"})
  void read_refusesExponentsOutOfRange(double value) throws IOException {
    write(neighbors());
    int similarity = 1 + "NEIGHBORS".length() + Double.BYTES + 1;
    changed(Section.RANKING, payload -> payload.putDouble(similarity, value))
        .withMessageContaining("similarityExponent must be in [0, 10], actual: " + value);
    changed(Section.RANKING, payload -> payload.putDouble(similarity + Double.BYTES, value))
        .withMessageContaining("popularityExponent must be in [0, 10], actual: " + value);
  }

  @Test
  void read_refusesANumberOfNeighborsThatIsNone() throws IOException {
    forged(out -> neighborHead(out, 0).putDouble(1).putDouble(0), 12 * USERS)
        .withMessageContaining("k must be >= 1, actual: 0");
    forged(out -> neighborHead(out, 1L << 31))
        .withMessageContaining("a number of neighbors of 2147483648");
    forged(out -> neighborHead(out, Long.MAX_VALUE))
        .withMessageContaining("a number of neighbors of 9223372036854775807");
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -0.5, 1.5, Double.NaN})
  void read_refusesALowestWeightOutOfRange(double value) throws IOException {
    write(linear());
    int at = 1 + "LINEAR".length() + Double.BYTES;
    changed(Section.RANKING, payload -> payload.putDouble(at, value))
        .withMessageContaining("lowestWeight must be in (0, 1], actual: " + value);
  }

  /** A weight and an entry are of 4 and 2 bytes, and an entry's step and place of 8 and 4 a row. */
  @Test
  void sections_haveNothingBesideTheirNumbers() throws IOException {
    int ratings = plain.ratings().size();

    for (Section section : new Section[] {Section.USER_REGRESSION, Section.MOVIE_REGRESSION}) {
      assertThat(new ResealedFile(file).payload(section)).hasSize(WEIGHTS + Float.BYTES * ratings);
    }
    assertThat(new ResealedFile(file).payload(Section.MATRICES))
        .hasSize(1 + MOVIES * (4 + 3 * 8) + 3 * MOVIES * MOVIES * Short.BYTES);
  }

  private static SectionWriter neighborHead(SectionWriter out, long k) throws IOException {
    return out.putText("NEIGHBORS").putDouble(4).putVarint(k);
  }

  private ThrowableAssertAlternative<ModelFormatException> changed(
      Section section, Consumer<ByteBuffer> change) throws IOException {
    new ResealedFile(file).change(section, change).writeTo(bad);
    return refused(section);
  }

  private ThrowableAssertAlternative<ModelFormatException> forged(ResealedFile.Writing ranking)
      throws IOException {
    return forged(ranking, 0);
  }

  /** A ranking section written anew, with zeros behind it. */
  private ThrowableAssertAlternative<ModelFormatException> forged(
      ResealedFile.Writing ranking, int zeros) throws IOException {
    new ResealedFile(file)
        .with(
            Section.RANKING,
            out -> {
              ranking.to(out);
              for (int i = 0; i < zeros; i++) {
                out.putByte(0);
              }
            })
        .writeTo(bad);
    return refused(Section.RANKING);
  }

  private ThrowableAssertAlternative<ModelFormatException> refused(Section section) {
    return assertThatExceptionOfType(ModelFormatException.class)
        .isThrownBy(() -> ModelFile.read(bad))
        .satisfies(e -> assertThat(e.section()).isEqualTo(section.tag()));
  }
}
