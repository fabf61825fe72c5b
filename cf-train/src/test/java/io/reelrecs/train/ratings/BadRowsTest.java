package io.reelrecs.train.ratings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.reelrecs.train.input.TestFiles;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BadRowsTest {

  private static final String TEXT = "1::2::3::4\n1::x::3::4\n5::6::7::8\n1::2\n9::9::9::9\n1::2::";

  @TempDir Path folder;

  private ReadResult read(String text, long maxBadRows) throws BadDataException {
    Path file = TestFiles.write(folder, "ratings", text);
    return RatingsReader.read(file, new ReadOptions(OnBadRow.SKIP, maxBadRows), ReadListener.NONE);
  }

  @Test
  void skip_countsAndTells() throws Exception {
    ReadResult result = read(TEXT, 3);
    assertThat(RatingsReaderTest.rows(result.ratings()))
        .containsExactly("1 2 3.0 4", "5 6 7.0 8", "9 9 9.0 9");
    assertThat(result.badRows()).isEqualTo(3);
    String four = ", expected 4 fields, as in line 1: user, movie, rating, timestamp";
    assertThat(result.firstBadRows())
        .containsExactly(
            "line 2, column 4: found \"x\", expected a movie id: a whole number from 0 to"
                + " 4294967295",
            "line 4: found 2 fields in \"1::2\"" + four,
            "line 6: found 3 fields in \"1::2::\""
                + four
                + ". The file seems to be cut in the middle of its last line.");
  }

  @Test
  void skip_stopsAtOneTooMany() {
    BadDataException e = catchThrowableOfType(BadDataException.class, () -> read(TEXT, 1));
    assertThat(e.line()).isEqualTo(4);
    assertThat(e.advice())
        .isEqualTo(
            "This is malformed line number 2, more than --max-bad-rows 1; the first was line 2,"
                + " column 4: found \"x\", expected a movie id: a whole number from 0 to"
                + " 4294967295. Check that this is the right file, or allow more.");
    e = catchThrowableOfType(BadDataException.class, () -> read(TEXT, 0));
    assertThat(e.line()).isEqualTo(2);
    assertThat(e.advice())
        .isEqualTo(
            "This is malformed line number 1, more than --max-bad-rows 0. Check that this is the"
                + " right file, or allow more.");
  }

  @Test
  void skip_tellsTheFirstTenOnly() throws Exception {
    ReadResult result = read("1::2::3\n" + "bad\n".repeat(50), 50);
    assertThat(result.badRows()).isEqualTo(50);
    assertThat(result.firstBadRows()).hasSize(10);
    assertThat(result.firstBadRows().get(9)).startsWith("line 11: ");
  }

  @Test
  void skip_allRows() {
    BadDataException e =
        catchThrowableOfType(BadDataException.class, () -> read("a::b::c\nd::e::f\n", 10));
    assertThat(e.found())
        .isEqualTo(
            "only malformed lines (line 1, column 1: found \"a\", expected a user id: a whole"
                + " number from 0 to 4294967295)");
    assertThat(e.expected()).isEqualTo("at least one rating");
  }

  @Test
  void skip_doesNotExcuseAnUnknownFormat() {
    BadDataException e = catchThrowableOfType(BadDataException.class, () -> read("1,2,3\n", 10));
    assertThat(e.found()).isEqualTo("no header but \"1,2,3\"");
  }
}
