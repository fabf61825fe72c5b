package io.reelrecs.train.evaluate.significance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.reelrecs.train.random.SplitMix64;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PairedTestTest {

  /** From SciPy 1.17.1: {@code 2 * scipy.stats.t.sf(abs(t), df)}; see src/test/python. */
  @ParameterizedTest
  @CsvSource({
    "0.1, 1, 0.936548965138893",
    "2, 4, 0.11611652351681556",
    "-2.5, 30, 0.01811564906806669",
    "1.5, 6039, 0.133666677540048",
    "5, 6039, 5.894861923913794e-07",
    "40, 100, 2.462107602140071e-63",
    "0.01, 1000000, 0.9920212893655476",
    "3, 1000000, 0.0026998625414218"
  })
  void studentT_isSciPys(double t, int degreesOfFreedom, double expected) {
    assertThat(StudentT.twoSided(t, degreesOfFreedom)).isCloseTo(expected, withinPercentage(1e-7));
  }

  @Test
  void studentT_isOneAtZero_andFallsToZero() {
    assertThat(StudentT.twoSided(0, 5)).isEqualTo(1);
    assertThat(StudentT.twoSided(1e200, 5)).isZero();
    double before = 1;
    for (double t = 0.01; t < 20; t += 0.01) {
      double p = StudentT.twoSided(t, 7);
      assertThat(p).isLessThan(before);
      before = p;
    }
  }

  /**
   * From SciPy 1.17.1: {@code scipy.stats.ttest_rel([5.1, 4.8, 6.2, 5.5, 4.9, 6.0], [4.7, 4.9, 5.6,
   * 5.1, 4.4, 5.2])} gives t = 3.5251..., p = 0.0168...
   */
  @Test
  void of_isSciPysPairedTTest() {
    double[] first = {5.1, 4.8, 6.2, 5.5, 4.9, 6.0};
    double[] second = {4.7, 4.9, 5.6, 5.1, 4.4, 5.2};
    PairedTest test = PairedTest.of(first, second, 1);
    PairedTest mirrored = PairedTest.of(second, first, 1);

    assertThat(test.pairs()).isEqualTo(6);
    assertThat(test.meanDifference()).isCloseTo(2.6 / 6, within(1e-12));
    assertThat(test.t()).isCloseTo(3.52511993955316, within(1e-10));
    assertThat(test.pValue()).isCloseTo(0.016827019128723454, within(1e-12));
    assertThat(mirrored.t()).isCloseTo(-test.t(), within(1e-12));
    assertThat(mirrored.pValue()).isCloseTo(test.pValue(), within(1e-12));
  }

  /** Of 200 samples whose true difference is 1, about 190 intervals should hold it. */
  @Test
  void interval_holdsTheTruth_95TimesIn100() {
    SplitMix64 random = new SplitMix64(17);
    int held = 0;
    for (int trial = 0; trial < 200; trial++) {
      double[] first = new double[80];
      double[] second = new double[80];
      Arrays.setAll(first, i -> 1 + random.nextGaussian());
      Arrays.setAll(second, i -> random.nextGaussian());
      PairedTest test = PairedTest.of(first, second, trial);
      held += test.lower() <= 1 && 1 <= test.upper() ? 1 : 0;

      assertThat(test.lower()).isLessThan(test.meanDifference());
      assertThat(test.upper()).isGreaterThan(test.meanDifference());
      assertThat(test).isEqualTo(PairedTest.of(first, second, trial));
    }
    assertThat(held).isBetween(180, 198);
  }

  @Test
  void of_saysSomethingFinite_whenAllDifferencesAreTheSame() {
    PairedTest same = PairedTest.of(new double[] {1, 2, 3}, new double[] {1, 2, 3}, 1);
    PairedTest shifted = PairedTest.of(new double[] {1, 2, 3}, new double[] {2, 3, 4}, 1);

    assertThat(same).isEqualTo(new PairedTest(3, 0, 0, 0, 0, 1));
    assertThat(shifted).isEqualTo(new PairedTest(3, -1, -1, -1, -Double.MAX_VALUE, 0));
  }

  @Test
  void of_refusesWhatCannotBePaired() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PairedTest.of(new double[3], new double[2], 1))
        .withMessage("first and second must be of one size, actual: 3 and 2");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PairedTest.of(new double[1], new double[1], 1))
        .withMessage("pairs must be >= 2, actual: 1");
  }
}
