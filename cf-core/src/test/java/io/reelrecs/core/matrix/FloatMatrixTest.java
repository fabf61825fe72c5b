package io.reelrecs.core.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FloatMatrixTest {

  private final FloatMatrix matrix =
      FloatMatrix.ofRows(4, new float[][] {{1, 0, -2, 0.5f}, {-0.0f, 8, 16, 32}});

  @Test
  void ofRows_holdsShapeAndEntries() {
    assertThat(matrix.rows()).isEqualTo(2);
    assertThat(matrix.columns()).isEqualTo(4);
    assertThat(matrix.at(0, 2)).isEqualTo(-2);
    assertThat(matrix.at(1, 3)).isEqualTo(32);
    assertThat(matrix.row(0)).containsExactly(1, 0, -2, 0.5f);
    assertThat(matrix).hasToString("FloatMatrix[2 x 4]");
  }

  @Test
  void ofRows_takesNoRowsAndNoColumns() {
    assertThat(FloatMatrix.ofRows(3, new float[0][]).columns()).isEqualTo(3);
    assertThat(FloatMatrix.ofRows(0, new float[5][0]).rows()).isEqualTo(5);
  }

  @Test
  void row_isACopy() {
    matrix.row(0)[0] = 9;

    assertThat(matrix.at(0, 0)).isEqualTo(1);
  }

  @Test
  void ofRows_refusesARowOfAnotherLength() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FloatMatrix.ofRows(2, new float[][] {{1, 2}, {1, 2, 3}}))
        .withMessage("rows must have 2 entries, actual: 3");
  }

  @ParameterizedTest
  @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
  void ofRows_refusesWhatIsNotFinite_anywhere(float bad) {
    for (int at = 0; at < 9; at++) {
      float[][] rows = new float[3][3];
      rows[at / 3][at % 3] = bad;
      assertThatIllegalArgumentException()
          .isThrownBy(() -> FloatMatrix.ofRows(3, rows))
          .withMessage("entries must be finite, actual: not so in row " + at / 3);
    }
  }

  @Test
  void ofRows_takesTheLargestFloats() {
    float most = Float.MAX_VALUE;
    FloatMatrix large = FloatMatrix.ofRows(2, new float[][] {{most, most}, {-most, -most}});

    assertThat(large.sum(0, new int[] {0, 1}, 2)).isEqualTo(2.0 * most);
    assertThat(large.weightedSum(1, new int[] {0, 1}, new double[] {2, 3}, 2))
        .isEqualTo(-5.0 * most);
  }

  @Test
  void sums_takeTheFirstOfTheColumnsGiven() {
    int[] column = {3, 0, 2, 1};

    assertThat(matrix.sum(0, column, 2)).isEqualTo(1.5);
    assertThat(matrix.sum(0, column, 0)).isEqualTo(0);
    assertThat(matrix.weightedSum(1, column, new double[] {1, 9, 0.5, 9}, 3)).isEqualTo(40);
    assertThat(matrix.countNonZero(0, column, 4)).isEqualTo(3);
    assertThat(matrix.countNonZero(0, column, 3)).isEqualTo(3);
    assertThat(matrix.countNonZero(1, new int[] {0}, 1)).isZero(); // a negative zero is one too
  }

  /** 2^53 + 1 - 2^53 is 0 in this order and 1 in the other; in floats even 1 would be lost. */
  @Test
  void sums_areTakenInTheOrderGiven_inDouble() {
    float large = 0x1p53f;
    FloatMatrix one = FloatMatrix.ofRows(3, new float[][] {{large, 1, -large}});

    assertThat(one.sum(0, new int[] {0, 1, 2}, 3)).isEqualTo(0);
    assertThat(one.sum(0, new int[] {0, 2, 1}, 3)).isEqualTo(1);
    FloatMatrix two = FloatMatrix.ofRows(2, new float[][] {{0x1p30f, 1}});
    assertThat(two.sum(0, new int[] {0, 1}, 2)).isEqualTo(0x1p30 + 1);
    assertThat(two.weightedSum(0, new int[] {0, 1}, new double[] {1, 1e-3}, 2))
        .isEqualTo(0x1p30 + 1e-3);
  }

  @Test
  void addRow_addsAMultiple() {
    double[] sums = {1, 1, 1, 1};
    matrix.addRow(0, -2, sums);

    assertThat(sums).containsExactly(-1, 1, 5, 0);
  }

  @Test
  void equals_tellsShapesAndBits() {
    assertThat(matrix)
        .isEqualTo(FloatMatrix.ofRows(4, new float[][] {{1, 0, -2, 0.5f}, {-0.0f, 8, 16, 32}}))
        .hasSameHashCodeAs(
            FloatMatrix.ofRows(4, new float[][] {{1, 0, -2, 0.5f}, {-0.0f, 8, 16, 32}}))
        .isNotEqualTo(FloatMatrix.ofRows(4, new float[][] {{1, 0, -2, 0.5f}, {0, 8, 16, 32}}))
        .isNotEqualTo(FloatMatrix.ofRows(4, new float[][] {{1, 0, -2, 0.5f}}));
    assertThat(FloatMatrix.ofRows(3, new float[0][]))
        .isNotEqualTo(FloatMatrix.ofRows(2, new float[0][]));
  }
}
