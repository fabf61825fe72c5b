package io.reelrecs.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.reelrecs.core.matrix.SampleRatings;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are damaged, or made to mislead: each is refused, none gives a wrong answer. */
class ModelFileDamageTest {

  private static final int USERS = 4;
  private static final int MOVIES = 3;

  @TempDir private Path folder;
  private Path file;
  private byte[] good;

  @BeforeEach
  void writeGood() throws IOException {
    file = folder.resolve("model.rrm");
    Model model = SampleModels.random(USERS, MOVIES, 0.6, SampleRatings.STARS, 1);
    Ranking ranking =
        new Ranking.ByLinearModel(4, 0.5, SampleLearned.matrix(MOVIES, new Random(2)));
    ModelFile.write(
        SampleModels.with(
            SampleLearned.regressions(model, true, true, ranking), SampleModels.catalog()),
        file);
    good = Files.readAllBytes(file);
  }

  @Test
  void read_refusesAnySingleByteThatChanged() throws IOException {
    for (int at = 0; at < good.length; at++) {
      byte[] bad = good.clone();
      bad[at] ^= (byte) (1 << at % 8);
      Files.write(file, bad);
      refused("byte " + at + " of " + good.length);
    }
  }

  @Test
  void read_refusesAFileCutAnywhere() throws IOException {
    for (int size = 0; size < good.length; size++) {
      Files.write(file, Arrays.copyOf(good, size));
      refused("cut to " + size);
    }
  }

  @Test
  void read_refusesBytesBehindTheEnd() throws IOException {
    Files.write(file, Arrays.copyOf(good, good.length + 3));

    refused("longer").withMessageContaining("3 bytes follow the end of the model");
  }

  @Test
  void read_saysThatAVersionIsNewer() throws IOException {
    byte[] bad = good.clone();
    ByteBuffer.wrap(bad).order(ByteOrder.LITTLE_ENDIAN).putInt(8, 4);
    Files.write(file, bad);

    refused("version 4")
        .withMessageContaining(
            file
                + ": the file has format version 4, newer than the version 3 that this program"
                + " reads");
  }

  @Test
  void read_saysThatAVersionIsOlder() throws IOException {
    byte[] bad = good.clone();
    ByteBuffer.wrap(bad).order(ByteOrder.LITTLE_ENDIAN).putInt(8, 2);
    Files.write(file, bad);

    refused("version 2")
        .withMessageContaining("the file has format version 2, not the version 3")
        .withMessageContaining("; train the model again");
  }

  @Test
  void read_saysWhatIsWrongAndWhere() throws IOException {
    byte[] bad = good.clone();
    bad[30] ^= 4;
    Files.write(file, bad);

    refused("byte 30")
        .withMessage(
            file
                + ": the checksum of the section is wrong: the file is damaged; train the model"
                + " again (section META, at byte 24)")
        .satisfies(
            e -> {
              assertThat(e.section()).isEqualTo("META");
              assertThat(e.offset()).isEqualTo(24);
            });
  }

  @Test
  void read_refusesWhatIsNotAModel() throws IOException {
    Files.writeString(file, "1::1193::5::978300760\n1::661::3::978302109\n");

    refused("ratings").withMessageContaining("the file is not a ReelRecs model");
  }

  /** The tool of the tests below does not itself make files that are refused. */
  @Test
  void read_takesAFilePutTogetherAgain() throws IOException {
    new ResealedFile(file).writeTo(file);

    assertThat(file).hasBinaryContent(good);
  }

  /** A section of another model, sound in itself: only the checksum of the whole can tell. */
  @Test
  void read_refusesASoundSectionThatBelongsElsewhere() throws IOException {
    ResealedFile mixed =
        new ResealedFile(file).with(Section.CATALOG, out -> out.putVarint(0)); // no titles
    mixed.writeTo(file, false);
    refused("whole").withMessageContaining("the checksum of the whole file is wrong");

    mixed.writeTo(file);
    assertThat(ModelFile.read(file).catalog().size()).isZero();
  }

  /** The length of a section, claimed and sealed: no more than the file has is ever allocated. */
  @Test
  void read_refusesASectionLongerThanTheFile() throws IOException {
    for (long length :
        new long[] {good.length, 1L << 31, Long.MAX_VALUE, -1, Long.MIN_VALUE, 0, 1}) {
      byte[] bad = good.clone();
      ByteBuffer.wrap(bad).order(ByteOrder.LITTLE_ENDIAN).putLong(16, length);
      Files.write(file, bad);
      refused("length " + length);
    }
  }

  /** Every byte of every section, changed and sealed: a model or a refusal, and nothing else. */
  @Test
  void read_givesAModelOrARefusal_whateverIsSealed() throws IOException {
    Path bad = folder.resolve("bad.rrm");
    int refused = 0;
    for (Section section : Section.values()) {
      ResealedFile sealed = new ResealedFile(file);
      byte[] payload = sealed.payload(section);
      for (int at = 0; at < payload.length; at++) {
        for (int value : new int[] {0x00, 0x7F, 0xFF}) {
          byte[] changed = payload.clone();
          changed[at] = (byte) value;
          sealed.with(section, changed).writeTo(bad);
          try {
            ModelFile.read(bad);
          } catch (ModelFormatException e) {
            refused++;
          }
        }
      }
    }
    assertThat(refused).isPositive();
  }

  /** Every section cut anywhere and sealed, or with a byte too many. */
  @Test
  void read_refusesASectionThatIsShorterOrLonger_whateverIsSealed() throws IOException {
    Path bad = folder.resolve("bad.rrm");
    for (Section section : Section.values()) {
      if (section == Section.END) {
        continue; // the tool writes it anew
      }
      ResealedFile sealed = new ResealedFile(file);
      byte[] payload = sealed.payload(section);
      for (int length = 0; length <= payload.length + 1; length++) {
        sealed.with(section, Arrays.copyOf(payload, length)).writeTo(bad);
        if (length != payload.length) {
          assertThatExceptionOfType(ModelFormatException.class)
              .as("%s of %d bytes", section, length)
              .isThrownBy(() -> ModelFile.read(bad));
        }
      }
    }
  }

  @Test
  void read_refusesWildCounts_withoutAllocatingForThem() throws IOException {
    for (long count : new long[] {1 << 20, 1L << 31, (1L << 31) - 1, 1L << 32, Long.MAX_VALUE}) {
      forged(Section.USERS, out -> out.putVarint(count));
      forged(Section.MOVIES, out -> out.putVarint(count).putVarint(1));
      forged(Section.RATINGS, out -> out.putDouble(1).putByte(1).putVarint(count).putInt(0));
      forged(Section.NEIGHBORS, out -> out.putVarint(count));
      forged(Section.NEIGHBORS, out -> out.putVarint(0).putVarint(count).putInt(0));
      forged(Section.CATALOG, out -> out.putVarint(count).putInt(0));
      forged(
          Section.CATALOG,
          out -> out.putVarint(1).putVarint(1).putText("").putVarint(0).putVarint(count));
      forged(Section.MANIFEST, out -> out.putVarint(count).putInt(0));
    }
  }

  @Test
  void read_refusesUsersThatTheOtherSectionsDoNotHave() throws IOException {
    forged(Section.USERS, out -> out.putVarint(0));
    forged(Section.USERS, out -> out.putVarint(2).putVarint(0).putVarint(0));
    forged(Section.MOVIES, out -> out.putVarint(0));
    forged(
        Section.MOVIES,
        out -> {
          out.putVarint(500);
          for (int i = 0; i < 500; i++) {
            out.putVarint(0);
          }
        });
  }

  @Test
  void read_refusesIdsBeyondTheirLimit() throws IOException {
    forged(Section.USERS, out -> out.putVarint(1).putVarint(1L << 32))
        .withMessageContaining("an id above 4294967295");
    forged(Section.USERS, out -> out.putVarint(2).putVarint((1L << 32) - 1).putVarint(0))
        .withMessageContaining("an id above 4294967295");
    forged(Section.USERS, out -> out.putVarint(2).putVarint(1).putVarint(Long.MAX_VALUE))
        .withMessageContaining("an id above 4294967295");
  }

  @Test
  void read_refusesRatingsOfMoviesThatAreNotThere() throws IOException {
    for (int movie : new int[] {MOVIES, 0x7FFF, 0x8000, 0xFFFF}) {
      forged(Section.RATINGS, out -> rows(out, movie)).withMessageContaining("" + movie);
      forged(Section.RATINGS, out -> rows(out, 1, movie)).withMessageContaining("" + movie);
    }
    forged(Section.RATINGS, out -> rows(out, 1, 1)).withMessageContaining("must ascend");
    forged(Section.RATINGS, out -> rows(out, 2, 1)).withMessageContaining("must ascend");
  }

  @Test
  void read_refusesRowsThatAreLongerOrShorterThanAllRatings() throws IOException {
    forged(
            Section.RATINGS,
            out -> out.putDouble(1).putByte(1).putVarint(2).putVarint(1).putInt(0).putInt(0))
        .withMessageContaining("fewer ratings than the section announces, 2");
    for (long length : new long[] {3, 1L << 31, 1L << 32, Long.MAX_VALUE}) {
      forged(
              Section.RATINGS,
              out -> out.putDouble(1).putByte(1).putVarint(2).putVarint(length).putInt(0).putInt(0))
          .withMessageContaining("more ratings than the section announces, 2");
    }
  }

  @Test
  void read_refusesRatingsThatAreNone() throws IOException {
    for (double unit : new double[] {Double.NaN, -1, 2, Double.POSITIVE_INFINITY}) {
      forged(Section.RATINGS, out -> out.putDouble(unit).putByte(0).putVarint(0))
          .withMessageContaining("a rating unit of");
    }
    forged(Section.RATINGS, out -> out.putDouble(0).putByte(1).putVarint(0))
        .withMessageContaining("a rating unit of 0 for ratings that are numbers of it");
    forged(Section.RATINGS, out -> out.putDouble(1).putByte(2).putVarint(0))
        .withMessageContaining("a flag that is 2");
    forged(
            Section.RATINGS,
            out -> {
              out.putDouble(0).putByte(0).putVarint(1).putVarint(1).putVarint(0).putVarint(0);
              out.putVarint(0).putShort(0).putFloat(Float.NaN);
            })
        .withMessageContaining("ratings must be finite");
    forged(
            Section.RATINGS,
            out -> {
              out.putDouble(1).putByte(0).putVarint(1).putVarint(1).putVarint(0).putVarint(0);
              out.putVarint(0).putShort(0).putFloat(3);
            })
        .withMessageContaining("ratings in more bytes than they need");
  }

  /** Whole stars said to be multiples of 0.3, or of a half that none of them needs. */
  @Test
  void read_refusesAUnitThatIsNotThatOfTheRatings() throws IOException {
    for (double unit : new double[] {0.3, 0.5, Double.MIN_VALUE}) {
      Path bad = folder.resolve("bad.rrm");
      new ResealedFile(file)
          .change(Section.RATINGS, payload -> payload.putDouble(0, unit))
          .writeTo(bad);
      refused(bad, "unit " + unit);
    }
  }

  @Test
  void read_refusesNeighborsOutOfRangeOrOrder() throws IOException {
    neighbor(0, 0.5); // itself
    neighbor(USERS, 0.5);
    neighbor(-1, 0.5);
    neighbor(Integer.MIN_VALUE, 0.5);
    neighbor(1, Double.NaN);
    neighbor(1, Double.POSITIVE_INFINITY);
    neighbor(1, 1e300);
    forged(
            Section.NEIGHBORS,
            out -> {
              out.putVarint(2).putVarint(2);
              out.putInt(2).putDouble(0.5).putInt(1).putDouble(0.5).putInt(0);
            })
        .withMessageContaining("out of range or order");
  }

  @Test
  void read_refusesACatalogOfImpossibleMovies() throws IOException {
    movie(1, 40_000);
    movie(1L << 32, 1999);
    movie(Long.MAX_VALUE, 0);
    forged(
            Section.CATALOG,
            out -> {
              out.putVarint(2);
              out.putVarint(9).putText("").putVarint(0).putVarint(0);
              out.putVarint(9).putText("").putVarint(0).putVarint(0);
            })
        .withMessageContaining("movie ids must be unique, twice: 9");
    forged(
            Section.CATALOG,
            out ->
                out.putVarint(1)
                    .putVarint(9)
                    .putVarint(2)
                    .putByte(0xC3)
                    .putByte(0x28)
                    .putVarint(0)
                    .putVarint(0))
        .withMessageContaining("a text is not UTF-8");
  }

  @Test
  void read_refusesNumbersWithoutAnEnd() throws IOException {
    forged(
            Section.USERS,
            out -> {
              for (int i = 0; i < 12; i++) {
                out.putByte(0xFF);
              }
            })
        .withMessageContaining("a number has more than 63 bits");
  }

  @Test
  void read_refusesAManifestThatSaysOtherwise() throws IOException {
    int size = new ResealedFile(file).payload(Section.MANIFEST).length;
    for (int at = size - 19; at < size; at++) { // three counts of a byte, then the scale
      int place = at;
      Path bad = folder.resolve("bad.rrm");
      new ResealedFile(file)
          .change(Section.MANIFEST, payload -> payload.put(place, (byte) (payload.get(place) ^ 1)))
          .writeTo(bad);
      refused(bad, "byte " + at).withMessageContaining("counts or scale differ");
    }
  }

  @Test
  void read_refusesAnUnknownRuleForMissingRatings() throws IOException {
    forged(
            Section.MANIFEST,
            out -> out.putText("w").putText("a").putText("f").putText("MEDIAN").putVarint(0))
        .withMessageContaining("an unknown rule for missing ratings");
  }

  private void movie(long id, long year) throws IOException {
    forged(
            Section.CATALOG,
            out -> out.putVarint(1).putVarint(id).putText("x").putVarint(year).putVarint(0))
        .withMessageContaining("a movie with id " + id + " and year " + year);
  }

  private void neighbor(int other, double similarity) throws IOException {
    forged(
            Section.NEIGHBORS,
            out -> {
              out.putVarint(1).putVarint(1).putInt(other).putDouble(similarity);
              for (int row = 1; row < USERS; row++) {
                out.putVarint(0);
              }
            })
        .withMessageContaining("out of range or order");
  }

  /** Ratings of the first user alone, of these movies; the other rows are empty. */
  private static void rows(SectionWriter out, int... movies) throws IOException {
    out.putDouble(1).putByte(1).putVarint(movies.length).putVarint(movies.length);
    for (int user = 1; user < USERS; user++) {
      out.putVarint(0);
    }
    for (int movie : movies) {
      out.putShort(movie);
    }
    for (int i = 0; i < movies.length; i++) {
      out.putByte(3);
    }
  }

  private ThrowableAssertAlternative<ModelFormatException> forged(
      Section section, ResealedFile.Writing writing) throws IOException {
    Path bad = folder.resolve("bad.rrm");
    new ResealedFile(file).with(section, writing).writeTo(bad);
    return refused(bad, section.name());
  }

  private ThrowableAssertAlternative<ModelFormatException> refused(String what) {
    return refused(file, what);
  }

  private static ThrowableAssertAlternative<ModelFormatException> refused(Path bad, String what) {
    return assertThatExceptionOfType(ModelFormatException.class)
        .as(what)
        .isThrownBy(() -> ModelFile.read(bad));
  }
}
