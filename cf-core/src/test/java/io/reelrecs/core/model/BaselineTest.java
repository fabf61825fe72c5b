package io.reelrecs.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BaselineTest {

  private final Baseline baseline =
      Baseline.of(3.5, new double[] {0.25}, new double[] {1, -0.5, 0}, 2);

  /** (5 - 3.5 - 1 + 2 - 3.5 - 0) / (2 + 2) = -0.25. */
  @Test
  void foldIn_isTheShrunkMeanOfWhatMoviesDoNotExplain() {
    assertThat(baseline.foldIn(new int[] {0, 2, 1}, new double[] {5, 2, 99}, 2)).isEqualTo(-0.25);
    assertThat(baseline.foldIn(new int[] {1}, new double[] {4.5}, 1)).isEqualTo(0.5);
  }

  @Test
  void foldIn_isZero_withoutRatings() {
    assertThat(baseline.foldIn(new int[0], new double[0], 0)).isEqualTo(0);
    Baseline unshrunk = Baseline.of(3, new double[0], new double[] {0}, 0);
    assertThat(unshrunk.foldIn(new int[0], new double[0], 0)).isEqualTo(0);
    assertThat(unshrunk.foldIn(new int[] {0}, new double[] {5}, 1)).isEqualTo(2);
  }

  @Test
  void of_holdsItsFigures() {
    assertThat(baseline.userRegularization()).isEqualTo(2);
    assertThat(baseline).isNotEqualTo(Baseline.of(3.5, new double[1], new double[3], 2));
    assertThat(baseline)
        .isNotEqualTo(Baseline.of(3.5, new double[] {0.25}, new double[] {1, -0.5, 0}, 3));
  }

  @ParameterizedTest
  @ValueSource(doubles = {1.1e50, -1.1e50, Double.MAX_VALUE})
  void of_refusesFiguresThatNoRatingsHave(double value) {
    String message = " must be within 1e50 of 0, actual: " + value;
    double[] none = {};
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Baseline.of(value, none, none, 5))
        .withMessage("mean" + message);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Baseline.of(0, new double[] {0, value}, none, 5))
        .withMessage("user bias" + message);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Baseline.of(0, none, new double[] {value}, 5))
        .withMessage("movie bias" + message);
    assertThatIllegalArgumentException().isThrownBy(() -> Baseline.of(0, none, none, value));
  }

  @Test
  void of_refusesANegativeRegularization() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Baseline.of(0, new double[0], new double[0], -1))
        .withMessage("user regularization must be >= 0, actual: -1.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Baseline.of(0, new double[0], new double[0], Double.NaN))
        .withMessage("user regularization must be finite, actual: NaN");
  }
}
