package io.reelrecs.train.tune;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.reelrecs.train.random.SplitMix64;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class DimensionTest {

  private static final double ALMOST_1 = Math.nextDown(1.0);

  private static List<String> drawn(Dimension dimension, int count) {
    SplitMix64 random = new SplitMix64(1);
    return IntStream.range(0, count).mapToObj(i -> dimension.at(random.nextDouble())).toList();
  }

  private static void assertRefused(String message, ThrowingCallable dimension) {
    assertThatIllegalArgumentException().isThrownBy(dimension).withMessage(message);
  }

  @Test
  void linear_isEvenOverItsRange() {
    Dimension dimension = Dimension.linear("x", -2, 6, "0");

    assertThat(dimension.at(0)).isEqualTo("-2");
    assertThat(dimension.at(0.5)).isEqualTo("2");
    assertThat(dimension.at(1 / 3.0)).isEqualTo("0.6667");
    assertThat(dimension.at(ALMOST_1)).isEqualTo("6");
  }

  @Test
  void log_isEvenOverOrdersOfMagnitude() {
    Dimension dimension = Dimension.log("x", 0.001, 1000, "1");

    assertThat(dimension.at(0)).isEqualTo("0.001");
    assertThat(dimension.at(0.5)).isEqualTo("1");
    assertThat(dimension.at(2 / 3.0)).isEqualTo("10");
    assertThat(dimension.at(0.9)).isEqualTo("251.2"); // 10^(6 * 0.9 - 3)
    assertThat(dimension.at(ALMOST_1)).isEqualTo("1000");
  }

  @Test
  void integer_hasBothEnds_asOftenAsTheRest() {
    List<String> drawn = drawn(Dimension.integer("x", 3, 6, "3"), 4000);

    for (String value : List.of("3", "4", "5", "6")) {
      assertThat(drawn).filteredOn(value::equals).hasSizeBetween(900, 1100);
    }
    assertThat(drawn).containsOnly("3", "4", "5", "6");
  }

  @Test
  void logInteger_isWhole_hasBothEnds() {
    Dimension dimension = Dimension.logInteger("x", 1, 12345, "20");

    assertThat(dimension.at(0)).isEqualTo("1");
    assertThat(dimension.at(ALMOST_1)).isEqualTo("12345"); // whole numbers are not rounded
    assertThat(drawn(dimension, 1000)).allMatch(value -> value.matches("[1-9]\\d*"));
    assertThat(drawn(dimension, 4000))
        .filteredOn(value -> value.length() == 2)
        .hasSizeBetween(850, 1100); // ln(10) / ln(12346) of them
  }

  @Test
  void choice_takesEach() {
    Dimension dimension = Dimension.choice("x", List.of("zero", "user-mean"), "zero");

    assertThat(dimension.at(0.49)).isEqualTo("zero");
    assertThat(dimension.at(0.5)).isEqualTo("user-mean");
    assertThat(dimension.at(ALMOST_1)).isEqualTo("user-mean");
  }

  @Test
  void near_isAroundTheDefault_withinTheRange() {
    Dimension middle = Dimension.linear("x", 0, 100, "40");

    assertThat(middle.near(0)).isEqualTo("25");
    assertThat(middle.near(0.5)).isEqualTo("40");
    assertThat(middle.near(ALMOST_1)).isEqualTo("55");
    assertThat(Dimension.linear("x", 0, 100, "0").near(ALMOST_1)).isEqualTo("15");
    assertThat(Dimension.linear("x", 0, 100, "95").near(0)).isEqualTo("80");
    assertThat(Dimension.linear("x", 0, 100, "95").near(ALMOST_1)).isEqualTo("100");
    assertThat(Dimension.log("x", 1, 1e10, "100000").near(0)).isEqualTo("3162"); // 10^3.5
    assertThat(Dimension.logInteger("x", 1, 100, "10").near(ALMOST_1)).isEqualTo("20");
    assertThat(Dimension.integer("x", 1, 101, "51").near(0)).isEqualTo("36");
    Dimension choice = Dimension.choice("x", List.of("a", "b"), "b");
    assertThat(List.of(choice.near(0.2), choice.near(0.8))).containsExactly("a", "b");
  }

  @Test
  void decimals_haveFourDigitsAndStayInRange() {
    for (Dimension dimension :
        List.of(
            Dimension.log("x", 1.00004e-7, 7.65478e8, "1"),
            Dimension.linear("x", 0.99996, 1.00004, "1"))) {
      List<String> places = new ArrayList<>(drawn(dimension, 1000));
      places.add(dimension.at(0));
      places.add(dimension.at(ALMOST_1));
      for (String value : places) {
        double number = Double.parseDouble(value);

        assertThat(number).isBetween(dimension.low(), dimension.high());
        assertThat(value).doesNotContain("E");
        if (number > dimension.low() && number < dimension.high()) {
          assertThat(new BigDecimal(value).stripTrailingZeros().precision()).isLessThanOrEqualTo(4);
        }
      }
    }
  }

  @Test
  void defaultValue_isWrittenLikeDrawnOnes_butNotRounded() {
    assertThat(Dimension.linear("x", 0, 1000, "500.0").defaultValue()).isEqualTo("500");
    assertThat(Dimension.log("x", 1e-9, 1, "1e-7").defaultValue()).isEqualTo("0.0000001");
    assertThat(Dimension.linear("x", 0, 1, "0.123456").defaultValue()).isEqualTo("0.123456");
    assertThat(Dimension.linear("x", 0, 1, "0.0").defaultValue()).isEqualTo("0");
  }

  @Test
  void range_inWords() {
    assertThat(Dimension.logInteger("k", 10, 300, "60").range()).isEqualTo("log-integer 10 to 300");
    assertThat(Dimension.linear("k", 0, 0.25, "0").range()).isEqualTo("linear 0 to 0.25");
    assertThat(Dimension.choice("m", List.of("a", "b"), "b").range()).isEqualTo("a or b");
  }

  @Test
  void nonsense_isRefused() {
    assertRefused(
        "range of x must ascend and be finite, actual: 1.0 to 1.0",
        () -> Dimension.linear("x", 1, 1, "1"));
    assertRefused(
        "range of x must ascend and be finite, actual: NaN to 1.0",
        () -> Dimension.linear("x", Double.NaN, 1, "1"));
    assertRefused(
        "low of x must be above 0 for orders of magnitude, actual: 0.0",
        () -> Dimension.log("x", 0, 1, "1"));
    assertRefused(
        "range of x must be whole numbers, actual: 1.5 to 2.0",
        () -> new Dimension("x", Dimension.Kind.INTEGER, 1.5, 2, List.of(), "2"));
    assertRefused(
        "default of x must be a whole number in [1, 20], actual: 2.5",
        () -> Dimension.integer("x", 1, 20, "2.5"));
    assertRefused(
        "default of x must be in [0, 1], actual: 1.01", () -> Dimension.linear("x", 0, 1, "1.01"));
    assertRefused(
        "default of x must be a number, actual: much", () -> Dimension.linear("x", 0, 1, "much"));
    assertRefused(
        "default of x must be one of [a, b], actual: c",
        () -> Dimension.choice("x", List.of("a", "b"), "c"));
    assertRefused(
        "choices of x must be two different ones or more, actual: [a, a]",
        () -> Dimension.choice("x", List.of("a", "a"), "a"));
    assertRefused(
        "choices of x must be words without space : = or comma, actual: a:b",
        () -> Dimension.choice("x", List.of("a:b", "c"), "c"));
    assertRefused(
        "name must be letters, digits and hyphens after a letter, actual: a=b",
        () -> Dimension.linear("a=b", 0, 1, "1"));
  }
}
