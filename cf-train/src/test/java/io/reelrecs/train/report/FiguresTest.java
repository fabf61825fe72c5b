package io.reelrecs.train.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.reelrecs.train.evaluate.Measure;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class FiguresTest {

  @Test
  void figures_readAsPeopleWriteThem() {
    assertThat(Figures.count(1_000_209)).isEqualTo("1,000,209");
    assertThat(Figures.of(Measure.RMSE, 0.94131)).isEqualTo("0.9413");
    assertThat(Figures.of(Measure.AVERAGE_RATINGS, 565.4395)).isEqualTo("565.4");
    assertThat(Figures.signed(-0.1)).isEqualTo("-0.10000");
    assertThat(Figures.percent(0.9436)).isEqualTo("94.4%");
    assertThat(Figures.plain(4)).isEqualTo("4");
    assertThat(Figures.plain(2.25)).isEqualTo("2.25");
    assertThat(Figures.place(-0.01)).isEqualTo("0.0");
  }

  @Test
  void brief_fitsUnderAnAxis() {
    assertThat(
            LongStream.of(0, 999, 1_000, 9_949, 9_950, 12_345, 999_499, 999_500, 32_000_204)
                .mapToObj(Figures::brief))
        .containsExactly("0", "999", "1.0k", "9.9k", "10k", "12k", "999k", "1.0M", "32.0M");
  }

  @Test
  void probability_isNeverZero() {
    assertThat(Figures.probability(1)).isEqualTo("1.000");
    assertThat(Figures.probability(0.0312)).isEqualTo("0.031");
    assertThat(Figures.probability(1.6e-86)).isEqualTo("1.6e-86");
    assertThat(Figures.probability(0)).isEqualTo("< 1e-300");
  }

  @Test
  void whatIsNoNumber_isADash() {
    for (double none : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThat(Figures.decimals(none, 4)).isEqualTo("–");
      assertThat(Figures.signed(none)).isEqualTo("–");
      assertThat(Figures.percent(none)).isEqualTo("–");
      assertThat(Figures.probability(none)).isEqualTo("–");
    }
  }
}
