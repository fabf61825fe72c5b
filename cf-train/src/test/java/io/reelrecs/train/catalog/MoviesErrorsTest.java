package io.reelrecs.train.catalog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.reelrecs.train.input.TestFiles;
import io.reelrecs.train.ratings.BadDataException;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoviesErrorsTest {

  private static final String ID = "a movie id: a whole number from 0 to 4294967295";
  private static final String FLAGS = "|0|0|0|0|0|0|0|0|0|0|0|0|0|0|0|0|0|0|0";

  @TempDir Path folder;

  private BadDataException failure(byte[] bytes) {
    Path file = TestFiles.write(folder, "movies", bytes);
    return catchThrowableOfType(BadDataException.class, () -> MoviesReader.read(file));
  }

  private void check(
      String text, int line, int column, String found, String expected, String advice) {
    BadDataException e = failure(text.getBytes(UTF_8));
    assertThat(e).as(text).isNotNull();
    Path file = folder.resolve("movies");
    String place = (line > 0 ? ", line " + line : "") + (column > 0 ? ", column " + column : "");
    assertThat(e)
        .hasMessage(file + place + ": found " + found + ", expected " + expected + ". " + advice);
    assertThat(e.file()).isEqualTo(file);
    assertThat(e.line()).isEqualTo(line);
    assertThat(e.column()).isEqualTo(column);
  }

  private void check(String text, int line, int column, String found, String expected) {
    check(text, line, column, found, expected, "Correct the line.");
  }

  @Test
  void dat_badLine() {
    String format = "a movie as id::title::genre|genre";
    check("1::A::B\n\n2::C\n", 3, 0, "\"2::C\"", format);
    check("1::A::B\n2:::D\n", 2, 0, "\"2:::D\"", format);
    check("1::A::B\nx::C::D\n", 2, 1, "\"x\"", ID);
    check("1::A::B\n::C::D\n", 2, 1, "an empty field", ID);
    check("4294967296::A::B\n", 1, 1, "\"4294967296\"", ID + " (this one is too large)");
  }

  @Test
  void csv_badLine() {
    check(
        "movieId,title,genres\n1,A, B,C\n",
        2,
        0,
        "4 fields in \"1,A, B,C\"",
        "3 fields, as in the header (a title with commas stands in double quotes)");
    check(
        "movieId,title,genres\n1,\"A,B\n",
        2,
        3,
        "a quote that is not closed: \"\\\"A,B\"",
        "a closing quote in the same line");
    check("title,movieId\n\"\uD83D\uDE00, a\",-1\n", 2, 8, "\"-1\"", ID);
  }

  @Test
  void item_badLine() {
    check(
        "1|A|||a" + FLAGS + "\n2|B|||b" + FLAGS.replaceFirst("0", "2") + "\n",
        2,
        9,
        "\"2\"",
        "0 or 1 for the genre unknown");
    check(
        "1|A|||a|0|1\n",
        1,
        0,
        "7 fields in \"1|A|||a|0|1\"",
        "24 fields: id, title, two dates, a link and 19 genre flags");
  }

  @Test
  void id_listedTwice() {
    check(
        "movieId,title\n7,A\n\n8,B\n007,C\n",
        5,
        0,
        "movie id 7 again after line 2",
        "each id once",
        "Remove one of the two lines.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"hello", "userId,movieId,rating", "1\t2\t3", "1,A,B", "movieId,name"})
  void format_unknown(String line) {
    check(
        line + "\n",
        1,
        0,
        "\"" + line.replace("\t", "\\t") + "\"",
        "movies as id::title::genres, as CSV with the header movieId,title,genres, or as u.item",
        "Check that this is a movies file.");
  }

  @Test
  void format_ratings() {
    String advice = "Check that this is the right file.";
    check("1::1193::5::978300760\n", 1, 0, "what looks like a rating", "a movie", advice);
    check("1::1193::4.5\n", 1, 0, "what looks like a rating", "a movie", advice);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"''|an empty file", "'\n \n'|only blank lines", "'movieId,title\n'|only a header"})
  void file_withoutMovies(String text, String found) {
    check(text, 0, 0, found, "at least one movie", "Check that this is the right file.");
  }

  @Test
  void file_notReadable() {
    Path none = folder.resolve("none");
    assertThat(catchThrowableOfType(BadDataException.class, () -> MoviesReader.read(none)))
        .hasMessage(none + ": found no such file, expected a movies file. Check the path.");
    assertThat(catchThrowableOfType(BadDataException.class, () -> MoviesReader.read(folder)))
        .hasMessage(folder + ": found a directory, expected a movies file. Name a file in it.");
    assertThat(failure(new byte[] {'1', 0}).found())
        .isEqualTo("what looks like a binary file (a zero byte at offset 1)");
    byte[] packed = TestFiles.gzip("1::A::B\n");
    assertThat(failure(Arrays.copyOf(packed, packed.length - 1)).found())
        .isEqualTo("a gzip archive that is cut off");
  }

  @ParameterizedTest
  @CsvSource({
    "Funny, 1, \"Funny\"",
    "A|0;B|0, 2, \"B|0\"",
    "A|x, 1, \"A|x\"",
    "A|0;B|2, 0, no genre with the number 1",
  })
  void genres_bad(String text, int line, String found) {
    Path genres = TestFiles.write(folder, "u.genre", text.replace(';', '\n'));
    BadDataException e = failure(("1|A|||a" + FLAGS).getBytes(UTF_8));
    assertThat(e.file()).isEqualTo(genres);
    assertThat(e.line()).isEqualTo(line);
    assertThat(e.found()).isEqualTo(found);
    assertThat(e.advice()).isEqualTo("Correct the file, or remove it: its genres are known.");
  }
}
