package io.reelrecs.train.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.reelrecs.train.evaluate.Band;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AxisTest {

  private static List<String> labels(Axis axis) {
    return axis.ticks().stream().map(Axis.Tick::label).toList();
  }

  @ParameterizedTest
  @CsvSource({
    "0.88, 1.24",
    "0, 0.0001",
    "1, 5",
    "0.91, 0.9101",
    "0, 3000",
    "-2, 7",
    "0.1, 0.7",
    "3, 3.00001"
  })
  void spanning_hasAFewRoundMarks_atTheirPlaces(double low, double high) {
    Axis axis = Axis.spanning("x", List.of(high, low), false);

    assertThat(axis.ticks()).hasSizeBetween(3, 7);
    assertThat(axis.place(low)).isBetween(0.0, 0.1);
    assertThat(axis.place(high)).isBetween(0.9, 1.0);
    for (Axis.Tick tick : axis.ticks()) {
      assertThat(axis.place(tick.value())).isBetween(-1e-6, 1 + 1e-6);
      assertThat(Double.parseDouble(tick.label())).isCloseTo(tick.value(), within(1e-9));
    }
    assertThat(labels(axis)).doesNotHaveDuplicates();
  }

  @Test
  void spanning_oneValueOrZeros_stillHasLength() {
    for (Axis axis :
        List.of(
            Axis.spanning("x", List.of(0.9, 0.9), false),
            Axis.spanning("x", List.of(0.0), true),
            Axis.spanning("x", List.of(0.0), false))) {
      assertThat(axis.to()).isGreaterThan(axis.from());
      assertThat(axis.place(axis.from())).isZero();
      assertThat(axis.ticks()).isNotEmpty();
    }
  }

  @Test
  void spanning_fromZero_beginsThere() {
    Axis axis = Axis.spanning("x", List.of(0.2, 0.31), true);

    assertThat(axis.from()).isZero();
    assertThat(labels(axis)).containsExactly("0.0", "0.1", "0.2", "0.3");
  }

  @Test
  void ofBands_marksWhereEachBegins_andCountsInTheMiddle() {
    Axis axis = Axis.ofBands("x", List.of(new Band(0, 0), new Band(1, 9)), List.of(7L, 12_345L));

    assertThat(axis.ticks())
        .containsExactlyInAnyOrder(
            new Axis.Tick(-0.5, "0", ""),
            new Axis.Tick(0, "", "7"),
            new Axis.Tick(0.5, "1", ""),
            new Axis.Tick(1, "", "12k"),
            new Axis.Tick(1.5, "10", ""));
    assertThat(axis.place(0)).isEqualTo(0.25);
  }

  @Test
  void logarithmic_hasEqualRatiosEquallyFarApart() {
    Axis axis = new Axis("k", 1, 100, true, List.of());

    assertThat(axis.place(1)).isZero();
    assertThat(axis.place(10)).isCloseTo(0.5, within(1e-12));
    assertThat(axis.place(100)).isEqualTo(1);
  }
}
