package io.reelrecs.train.ratings;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.reelrecs.train.input.Opener;
import io.reelrecs.train.input.TestFiles;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RatingsErrorsTest {

  private static final String SKIP_HINT =
      "Correct the line, or leave out malformed lines with --on-bad-row skip.";
  private static final String USER = "a user id: a whole number from 0 to 4294967295";
  private static final String MOVIE = "a movie id: a whole number from 0 to 4294967295";
  private static final String LARGE = " (this one is too large)";
  private static final String RATING = "a rating: a finite number such as 4 or 3.5";
  private static final String TIMESTAMP = "a timestamp: a whole number of 64 bits";

  @TempDir Path folder;

  private BadDataException failure(byte[] bytes) {
    Path file = TestFiles.write(folder, "ratings", bytes);
    return failure(file, Opener.FILES);
  }

  /** What one thread says; several, with small blocks too where the file is, must say the same. */
  private static BadDataException failure(Path file, Opener opener) {
    BadDataException expected = failure(file, opener, 1, FileRead.BLOCK_SIZE);
    boolean small = file.toFile().length() < 10_000;
    for (int threads : new int[] {1, 2, 3, 7}) {
      for (int blockSize : new int[] {small ? 1 : FileRead.BLOCK_SIZE / 2, FileRead.BLOCK_SIZE}) {
        assertThat(failure(file, opener, threads, blockSize))
            .as("%d threads, blocks of %d", threads, blockSize)
            .hasMessage(expected.getMessage());
      }
    }
    return expected;
  }

  private static BadDataException failure(Path file, Opener opener, int threads, int blockSize) {
    return catchThrowableOfType(
        BadDataException.class,
        () ->
            new FileRead(file, ReadOptions.defaults().withThreads(threads), ReadListener.NONE)
                .read(opener, blockSize));
  }

  private void check(String text, int line, int column, String found, String expected) {
    check(text, line, column, found, expected, SKIP_HINT);
  }

  private void check(
      String text, int line, int column, String found, String expected, String advice) {
    BadDataException e = failure(text.getBytes(UTF_8));
    assertThat(e).as(text).isNotNull();
    Path file = folder.resolve("ratings");
    String place = (line > 0 ? ", line " + line : "") + (column > 0 ? ", column " + column : "");
    assertThat(e)
        .hasMessage(file + place + ": found " + found + ", expected " + expected + ". " + advice);
    assertThat(e.file()).isEqualTo(file);
    assertThat(e.line()).isEqualTo(line);
    assertThat(e.column()).isEqualTo(column);
    assertThat(e.found()).isEqualTo(found);
    assertThat(e.expected()).isEqualTo(expected);
    assertThat(e.advice()).isEqualTo(advice);
  }

  @Test
  void rating_notAFiniteNumber() {
    for (String bad : new String[] {"NaN", "Infinity", "-inf", "1e999", "abc", "4,5", "five"}) {
      check("1::2::3::4\n1::2::" + bad + "::4\n", 2, 7, "\"" + bad + "\"", RATING);
    }
    check("1::2::3::4\n\n1::2::::4\n", 3, 7, "an empty field", RATING);
  }

  @Test
  void ids_notInRange() {
    check("1::2::3::4\n4294967296::2::3::4\n", 2, 1, "\"4294967296\"", USER + LARGE);
    check("1::18446744073709551617::3::4\n", 1, 4, "\"18446744073709551617\"", MOVIE + LARGE);
    check("-1::2::3::4\n", 1, 1, "\"-1\"", USER);
    check("1\t+2\t3\n", 1, 3, "\"+2\"", MOVIE);
    check("1\tx2\t3\n", 1, 3, "\"x2\"", MOVIE);
    check("1\t2.0\t3\n", 1, 3, "\"2.0\"", MOVIE);
    check("1::2::3::4\n::2::3::4\n", 2, 1, "an empty field", USER);
  }

  @Test
  void timestamp_notAnInteger() {
    check("1::2::3::x\n", 1, 10, "\"x\"", TIMESTAMP);
    check("1::2::3::4.5\n", 1, 10, "\"4.5\"", TIMESTAMP);
    check("1::2::3::9223372036854775808\n", 1, 10, "\"9223372036854775808\"", TIMESTAMP);
    check("1::2::3::4\n1::2::3::\n", 2, 10, "an empty field", TIMESTAMP);
  }

  @Test
  void line_wrongNumberOfFields() {
    check(
        "1::2::3::4\n1::2::3\n",
        2,
        0,
        "3 fields in \"1::2::3\"",
        "4 fields, as in line 1: user, movie, rating, timestamp");
    check(
        "\n1\t2\t3\n1\t2\t3\t4\n",
        3,
        7,
        "4 fields in \"1\\t2\\t3\\t4\"",
        "3 fields, as in line 2: user, movie, rating");
    check("1::2\n", 1, 0, "2 fields in \"1::2\"", "4 fields: user, movie, rating, timestamp");
    check("user,movie,rating\n1,2,3\n1\n", 3, 0, "1 field in \"1\"", "3 fields, as in line 1");
  }

  @Test
  void line_columnCountsCharacters() {
    check("note,user,movie,rating\n\"caf\u00E9, \uD83D\uDE00\",1,2,?\n", 2, 15, "\"?\"", RATING);
    check("\uFEFF1::?::3\n", 1, 4, "\"?\"", MOVIE);
  }

  @Test
  void line_unclosedQuote() {
    check(
        "user,movie,rating\n1,\"2,3\n",
        2,
        3,
        "a quote that is not closed: \"\\\"2,3\"",
        "a closing quote in the same line");
  }

  @Test
  void line_notText() {
    check(
        "1::2::3::4\n1::\u0001\u001B::3::4\n1::2::3::4",
        2,
        4,
        "\"\\u0001\\u001b\"",
        MOVIE,
        SKIP_HINT);
  }

  @Test
  void lastLine_cut() {
    String cut = "The file seems to be cut in the middle of its last line. " + SKIP_HINT;
    String four = "4 fields, as in line 1: user, movie, rating, timestamp";
    check("1::2::3::4\n1::2", 2, 0, "2 fields in \"1::2\"", four, cut);
    check("1::2::3::4\n1::2::", 2, 0, "3 fields in \"1::2::\"", four, cut);
    check("1::2::3::4\n1::2::3::", 2, 10, "an empty field", TIMESTAMP, cut);
    // With a line end it is not cut, only malformed.
    check("1::2::3::4\n1::2\n", 2, 0, "2 fields in \"1::2\"", four);
  }

  @Test
  void header_missingOrWrong() {
    String expected =
        "a header with the columns userId, movieId, rating and, optionally, timestamp";
    check(
        "1,2,3\n1,2,3\n",
        1,
        0,
        "no header but \"1,2,3\"",
        expected,
        "If these are ratings, put the line userId,movieId,rating,timestamp before them.");
    check(
        "movieId,title,genres\n",
        1,
        0,
        "no column userId in \"movieId,title,genres\"",
        expected,
        "Check that this is a ratings file, or name its columns so.");
    check(
        "\nuser,movie,item,rating\n",
        2,
        0,
        "two columns for movieId in \"user,movie,item,rating\"",
        expected,
        "Rename one of them.");
  }

  @Test
  void format_unknown() {
    check(
        "hello\nworld\n",
        1,
        0,
        "\"hello\"",
        "ratings as user::movie::rating::timestamp, as CSV with the header"
            + " userId,movieId,rating,timestamp, or separated by tabs",
        "Check that this is a ratings file.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''|an empty file",
        "'\n\r\n  \n'|only blank lines",
        "'\uFEFF'|only blank lines",
        "'user,movie,rating\n'|only a header",
        "'user,movie,rating'|only a header",
      })
  void file_withoutRatings(String text, String found) {
    check(text, 0, 0, found, "at least one rating", "Check that this is the right file.");
  }

  @Test
  void file_missingDirectoryOrNotReadable() {
    Path none = folder.resolve("none.dat");
    assertThat(failure(none, Opener.FILES))
        .hasMessage(none + ": found no such file, expected a ratings file. Check the path.");
    assertThat(failure(folder, Opener.FILES))
        .hasMessage(folder + ": found a directory, expected a ratings file. Name a file in it.");
    Opener denied =
        path -> {
          throw new AccessDeniedException(path.toString());
        };
    assertThat(failure(none, denied))
        .hasMessage(
            none
                + ": found a file that this user may not read, expected a ratings file."
                + " Check its permissions.");
  }

  @Test
  void file_failsInTheMiddle() {
    byte[] start = "1::2::3::4\n1::2::3::4\n1::2".getBytes(UTF_8);
    InputStream failing =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("no medium");
          }

          @Override
          public int read(byte[] target, int off, int len) throws IOException {
            throw new IOException("no medium");
          }
        };
    Opener opener = path -> new SequenceInputStream(new ByteArrayInputStream(start), failing);
    Path file = folder.resolve("ratings");
    assertThat(failure(file, opener))
        .hasMessage(
            file
                + ": found a file that cannot be read (no medium), after 2 lines, expected a"
                + " ratings file. Check the file and the disk it is on.");
  }

  @Test
  void file_binary() {
    check(
        "1::2::3::4\n\u0000\u0001",
        0,
        0,
        "what looks like a binary file (a zero byte at offset 11)",
        "a ratings file as text, plain or gzipped",
        "Check the path.");
  }

  @Test
  void file_zip() {
    check(
        "PK\u0003\u0004ratings.dat",
        0,
        0,
        "a zip archive",
        "a ratings file as text, plain or gzipped",
        "Unpack it first and name the file inside.");
  }

  @Test
  void file_oneEndlessLine() {
    check(
        "1::2::3::4\n" + "1".repeat(3 << 20),
        0,
        0,
        "a line of more than 1048576 bytes, after 1 lines",
        "a ratings file",
        "Check that this is the right file.");
  }

  @Test
  void archive_cutOrCorrupt() {
    byte[] packed = TestFiles.gzip("1::1193::5::978300760\n".repeat(300_000));
    BadDataException cut = failure(Arrays.copyOf(packed, packed.length - 1));
    assertThat(cut.found()).isEqualTo("a gzip archive that is cut off, after 300000 lines");
    assertThat(cut.getMessage())
        .endsWith(
            "expected a whole one. Copy or download the file again, and check it with gzip -t.");
    packed[packed.length - 8] ^= 1;
    assertThat(failure(packed).found())
        .startsWith("a gzip archive that is corrupt (")
        .endsWith("), after 300000 lines");
  }
}
