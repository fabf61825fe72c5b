package io.reelrecs.train.ratings;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.reelrecs.train.input.Opener;
import io.reelrecs.train.input.TestFiles;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Random files against {@link NaiveReader}, in blocks of every small size, and mutated. */
class RatingsOracleTest {

  private static final String[] ODD = {
    "",
    "x",
    "-1",
    "+1",
    "1e3",
    "4294967295",
    "4294967296",
    "NaN",
    " 7",
    "7 ",
    ".5",
    "5.",
    "1e999",
    "99999999999999999999",
    "3.14159274",
    "0.1",
    "1 2",
    "-4.5",
    "00000000000012"
  };

  private static final int[] THREADS = {2, 3, 7};

  @TempDir Path folder;

  private static ReadResult read(Path file, int blockSize, int threads) throws BadDataException {
    ReadOptions options = new ReadOptions(OnBadRow.SKIP, Long.MAX_VALUE, threads);
    return new FileRead(file, options, ReadListener.NONE).read(Opener.FILES, blockSize);
  }

  private static String delimiter(RatingsFormat format) {
    return switch (format) {
      case DAT -> "::";
      case CSV -> ",";
      case TSV -> "\t";
    };
  }

  private static String field(Random random, int column, int oddity) {
    if (oddity > 0 && random.nextInt(oddity) == 0) {
      return ODD[random.nextInt(ODD.length)];
    }
    return switch (column) {
      case 0, 1 -> Integer.toUnsignedString(random.nextInt() >>> random.nextInt(32));
      case 2 -> Float.toString(random.nextInt(11) / 2f);
      default -> Long.toString(random.nextLong() >>> random.nextInt(63));
    };
  }

  private static String text(
      Random random, RatingsFormat format, int columns, int rows, int oddity) {
    String delimiter = delimiter(format);
    StringBuilder text = new StringBuilder();
    if (format == RatingsFormat.CSV) {
      text.append(columns == 3 ? "userId,movieId,rating\n" : "userId,movieId,rating,timestamp\n");
    }
    String end = random.nextBoolean() ? "\n" : "\r\n";
    for (int row = 0; row < rows; row++) {
      int fields = columns;
      // The first row says how many fields there are.
      if (row > 0 && oddity > 0 && random.nextInt(5 * oddity) == 0) {
        fields = 1 + random.nextInt(6);
      }
      for (int column = 0; column < fields; column++) {
        text.append(column > 0 ? delimiter : "").append(field(random, column, oddity));
      }
      text.append(random.nextInt(20) == 0 ? end + end : end);
    }
    if (random.nextBoolean()) {
      text.setLength(text.length() - end.length());
    }
    return text.toString();
  }

  @ParameterizedTest
  @EnumSource(RatingsFormat.class)
  void read_agreesWithTheNaiveReader(RatingsFormat format) throws Exception {
    for (int seed = 0; seed < 30; seed++) {
      Random random = new Random(seed);
      int columns = 3 + random.nextInt(2);
      String text = text(random, format, columns, 1 + random.nextInt(60), seed % 3 == 0 ? 0 : 8);
      boolean header = format == RatingsFormat.CSV;
      NaiveReader naive = new NaiveReader(text, delimiter(format), columns, header);
      if (naive.rows.isEmpty()) {
        continue;
      }
      Path plain = TestFiles.write(folder, "plain", text);
      Path packed = TestFiles.write(folder, "packed", TestFiles.gzip(text));
      for (int blockSize : new int[] {1, 2, 3, 5, 7, 16, 31, 64, 100, 1 << 12}) {
        for (Path file : new Path[] {plain, packed}) {
          for (int threads : new int[] {1, THREADS[(seed + blockSize) % THREADS.length]}) {
            String as = "seed %d, blocks of %d, %d threads".formatted(seed, blockSize, threads);
            check(read(file, blockSize, threads), format, naive, as);
          }
        }
      }
    }
  }

  private static void check(ReadResult result, RatingsFormat format, NaiveReader naive, String as) {
    assertThat(RatingsReaderTest.rows(result.ratings())).as(as).isEqualTo(naive.rows);
    assertThat(result.badRows()).as(as).isEqualTo(naive.badLines.size());
    for (int i = 0; i < result.firstBadRows().size(); i++) {
      assertThat(result.firstBadRows().get(i))
          .as(as)
          .matches("line " + naive.badLines.get(i) + "[,:].*");
    }
    assertThat(result.format()).as(as).isEqualTo(format);
  }

  @Test
  void chunk_parsesOnItsOwn() throws Exception {
    byte[] bytes = "1::2::3::4\n5::6::7::8\n\n9::9::9::9\n".getBytes(UTF_8);
    RatingTable.Builder table = RatingTable.builder();
    Layout layout = Layout.plain(RatingsFormat.DAT, 4, 1);
    BadRows badRows = new BadRows(folder, ReadOptions.defaults());
    ChunkParser parser = new ChunkParser(layout, table, badRows);
    assertThat(parser.parse(bytes, 22, bytes.length, 3, false)).isEqualTo(5);
    assertThat(parser.parse(bytes, 11, 22, 2, false)).isEqualTo(3);
    assertThat(RatingsReaderTest.rows(table.build())).containsExactly("9 9 9.0 9", "5 6 7.0 8");
  }

  /** However blocks are dealt to threads, the outcome is that of one thread. */
  @ParameterizedTest
  @EnumSource(RatingsFormat.class)
  void read_mutatedFile_doesNotDependOnThreads(RatingsFormat format) {
    int refused = 0;
    int seeds = 200;
    for (int seed = 0; seed < seeds; seed++) {
      Random random = new Random(seed);
      String text = text(random, format, 4, 40, 0);
      byte[] bytes = random.nextInt(4) == 0 ? TestFiles.gzip(text) : text.getBytes(UTF_8);
      Path file = TestFiles.write(folder, "mutated", mutate(random, bytes));
      OnBadRow onBadRow = random.nextBoolean() ? OnBadRow.FAIL : OnBadRow.SKIP;
      int blockSize = 1 + random.nextInt(100);
      String expected = outcome(file, new ReadOptions(onBadRow, 1), blockSize);
      refused += expected.startsWith(file.toString()) ? 1 : 0;
      for (int threads : THREADS) {
        assertThat(outcome(file, new ReadOptions(onBadRow, 1, threads), blockSize))
            .as("seed %d, blocks of %d, %d threads", seed, blockSize, threads)
            .isEqualTo(expected);
      }
    }
    assertThat(refused).isBetween(seeds / 10, seeds - seeds / 10);
  }

  /** All that was read, or what was said. */
  private static String outcome(Path file, ReadOptions options, int blockSize) {
    try {
      ReadResult read =
          new FileRead(file, options, ReadListener.NONE).read(Opener.FILES, blockSize);
      return RatingsReaderTest.rows(read.ratings()) + " " + read.badRows() + read.firstBadRows();
    } catch (BadDataException e) {
      return e.getMessage();
    }
  }

  /** Whatever happens to a file, there is a result or a BadDataException that names a place. */
  @ParameterizedTest
  @EnumSource(RatingsFormat.class)
  void read_mutatedFile(RatingsFormat format) {
    int refused = 0;
    int seeds = 1000;
    for (int seed = 0; seed < seeds; seed++) {
      Random random = new Random(seed);
      String text = text(random, format, 4, 10, 0);
      byte[] bytes = random.nextInt(4) == 0 ? TestFiles.gzip(text) : text.getBytes(UTF_8);
      bytes = mutate(random, bytes);
      Path file = TestFiles.write(folder, "mutated", bytes);
      ReadOptions options = random.nextBoolean() ? ReadOptions.defaults() : skipFew();
      int blockSize = random.nextBoolean() ? 16 : 1 << 12;
      Throwable thrown =
          catchThrowable(
              () -> new FileRead(file, options, ReadListener.NONE).read(Opener.FILES, blockSize));
      if (thrown != null) {
        refused++;
        assertThat(thrown).as("seed %d", seed).isInstanceOf(BadDataException.class);
        assertThat(thrown.getMessage()).startsWith(file.toString()).endsWith(".");
      }
    }
    assertThat(refused).isBetween(seeds / 10, seeds - seeds / 10);
  }

  private static ReadOptions skipFew() {
    return new ReadOptions(OnBadRow.SKIP, 2);
  }

  private static byte[] mutate(Random random, byte[] original) {
    byte[] bytes = original.clone();
    for (int n = random.nextInt(3); n >= 0; n--) {
      int at = random.nextInt(bytes.length);
      switch (random.nextInt(4)) {
        case 0 -> bytes[at] = (byte) random.nextInt(256);
        case 1 -> bytes[at] = (byte) "\n\r\t ,:\"\u0000-.e9".charAt(random.nextInt(12));
        case 2 -> bytes = Arrays.copyOf(bytes, at + 1);
        default -> {
          int from = random.nextInt(bytes.length);
          int length = Math.min(random.nextInt(20), bytes.length - Math.max(at, from));
          System.arraycopy(bytes, from, bytes, at, length);
        }
      }
    }
    return bytes;
  }
}
