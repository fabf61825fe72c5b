package io.reelrecs.train.ratings;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumberParserTest {

  /** Parses in the middle of other bytes, so that a look beyond the bounds shows. */
  private static byte[] surrounded(String text) {
    return ("9" + text + "9").getBytes(UTF_8);
  }

  private static long id(String text) {
    byte[] b = surrounded(text);
    return NumberParser.id(b, 1, b.length - 1);
  }

  private static float rating(String text) {
    byte[] b = surrounded(text);
    return NumberParser.rating(b, 1, b.length - 1);
  }

  private static boolean isTimestamp(String text) {
    byte[] b = surrounded(text);
    return NumberParser.isTimestamp(b, 1, b.length - 1);
  }

  @Test
  void id_digits() {
    assertThat(id("0")).isZero();
    assertThat(id("1193")).isEqualTo(1193);
    assertThat(id("007")).isEqualTo(7);
    assertThat(id("4294967295")).isEqualTo(4_294_967_295L);
    assertThat(id("0".repeat(50) + "5")).isEqualTo(5);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"4294967296", "9999999999", "18446744073709551617", "99999999999999999999"})
  void id_tooLarge(String text) {
    assertThat(id(text)).isEqualTo(NumberParser.TOO_LARGE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-1", "+1", "a", "1a", "1.0", "1 2", "0x1", "\u0661"})
  void id_noNumber(String text) {
    assertThat(id(text)).isEqualTo(NumberParser.NO_NUMBER);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "5",
        "4.5",
        "-3",
        "+3",
        "0.5",
        "5.",
        ".5",
        "1e2",
        "1E-2",
        "1.5e+1",
        "3.4028234e38",
        "00004.500",
        "0.1",
        "16777217",
        "1e-400",
        "123456789.123456789"
      })
  void rating_number(String text) {
    assertThat(rating(text)).isEqualTo(Float.parseFloat(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".",
        "-",
        "+",
        "-.",
        "abc",
        "NaN",
        "Infinity",
        "1f",
        "1d",
        "0x1p3",
        "1e",
        "1e+",
        "e5",
        "1.2.3",
        "--1",
        "1 2",
        "1,5",
        "4stars"
      })
  void rating_noNumber(String text) {
    assertThat(rating(text)).isNaN();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e999", "-1e999", "3.5e38", "1e39"})
  void rating_beyondFloat(String text) {
    assertThat(rating(text)).isInfinite();
  }

  @Test
  void rating_hasNoNegativeZero() {
    assertThat(Float.floatToRawIntBits(rating("-0"))).isZero();
  }

  @Test
  void timestamp_wholeRange() {
    Random random = new Random(1);
    for (int i = 0; i < 1000; i++) {
      long value = random.nextLong() >> random.nextInt(64);
      checkTimestamp(Long.toString(value), value);
    }
    checkTimestamp("9223372036854775807", Long.MAX_VALUE);
    checkTimestamp("-9223372036854775808", Long.MIN_VALUE);
    checkTimestamp("+5", 5);
    checkTimestamp("-0", 0);
    checkTimestamp("0".repeat(30) + "7", 7);
  }

  private static void checkTimestamp(String text, long value) {
    byte[] b = surrounded(text);
    assertThat(NumberParser.isTimestamp(b, 1, b.length - 1)).as(text).isTrue();
    assertThat(NumberParser.timestamp(b, 1, b.length - 1)).as(text).isEqualTo(value);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-",
        "+",
        "1.0",
        "1e3",
        "abc",
        "9223372036854775808",
        "-9223372036854775809",
        "92233720368547758070",
        "1 2",
        "--1"
      })
  void timestamp_noNumber(String text) {
    assertThat(isTimestamp(text)).isFalse();
  }
}
