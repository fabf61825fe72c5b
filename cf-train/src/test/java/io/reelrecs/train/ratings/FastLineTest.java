package io.reelrecs.train.ratings;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FastLineTest {

  private static final String[] NUMBERS = {
    "1",
    "1193",
    "5",
    "4.5",
    "0.5",
    "5.",
    ".5",
    "",
    ".",
    "4294967295",
    "4294967296",
    "99999999999",
    "978300760",
    "999999999999999999",
    "9223372036854775808",
    "-1",
    "+2",
    "1e1",
    "9999999",
    "0.1",
    "12345678",
    "1.234567",
    "1.2345678",
    "8388608.5",
    "00001",
    " 3",
    "3 ",
    "\"4\"",
    "x",
    "3.5.5",
    "0000000001.0",
    "18446744073709551617"
  };

  private static final String[] ENDS = {"\n", "\r\n", " \n", "\r\r\n", "\rx\n"};

  /** Whatever the fast parser accepts, the complete one reads the same. */
  @ParameterizedTest
  @EnumSource(RatingsFormat.class)
  void parse_agreesWithLineParser(RatingsFormat format) {
    String delimiter =
        switch (format) {
          case DAT -> "::";
          case CSV -> ",";
          case TSV -> "\t";
        };
    Random random = new Random(7);
    int accepted = 0;
    int wellFormed = 0;
    for (int i = 0; i < 300_000; i++) {
      Layout layout = Layout.plain(format, 3 + random.nextInt(2), 1);
      int fields = random.nextInt(20) == 0 ? 1 + random.nextInt(5) : layout.columns();
      StringBuilder line = new StringBuilder();
      for (int field = 0; field < fields; field++) {
        line.append(field > 0 ? random.nextInt(50) == 0 ? ":" : delimiter : "");
        line.append(NUMBERS[random.nextInt(random.nextBoolean() ? 5 : NUMBERS.length)]);
      }
      int end = line.length();
      line.append(ENDS[random.nextInt(4) == 0 ? random.nextInt(ENDS.length) : 0]);
      byte[] b = line.toString().getBytes(ISO_8859_1);
      Row fast = new Row();
      Row complete = new Row();
      int next = new FastLine(layout).parse(b, 0, fast);
      int to = Lines.trimReturn(b, 0, b.length - 1);
      BadRow bad = new LineParser(layout).parse(b, 0, to, complete);
      wellFormed += bad == null ? 1 : 0;
      if (next != FastLine.NOT_PLAIN) {
        accepted++;
        assertThat(bad).as("seed 7, %s", line).isNull();
        assertThat(next).as("seed 7, %s", line).isEqualTo(b.length);
        assertThat(end).isLessThan(b.length);
        assertThat(fast.user).as("seed 7, %s", line).isEqualTo(complete.user);
        assertThat(fast.movie).as("seed 7, %s", line).isEqualTo(complete.movie);
        assertThat(fast.rating).as("seed 7, %s", line).isEqualTo(complete.rating);
        assertThat(fast.timestamp).as("seed 7, %s", line).isEqualTo(complete.timestamp);
      }
    }
    assertThat(accepted).isGreaterThan(20_000);
    assertThat(wellFormed).isGreaterThan(accepted);
  }
}
