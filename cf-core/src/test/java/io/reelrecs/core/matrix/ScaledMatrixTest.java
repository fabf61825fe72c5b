package io.reelrecs.core.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScaledMatrixTest {

  private final ScaledMatrix matrix =
      ScaledMatrix.ofRows(4, new float[][] {{32767, 0, -2, 16384}, {-0.0f, 8, 16, 32767}});

  @Test
  void ofRows_holdsShapeAndEntries() {
    assertThat(matrix.rows()).isEqualTo(2);
    assertThat(matrix.columns()).isEqualTo(4);
    assertThat(matrix.at(0, 2)).isEqualTo(-2);
    assertThat(matrix.at(1, 2)).isEqualTo(16);
    assertThat(matrix.step(1)).isEqualTo(1);
    assertThat(matrix).hasToString("ScaledMatrix[2 x 4]");
    assertThat(ScaledMatrix.ofRows(3, new float[0][]).columns()).isEqualTo(3);
    assertThat(ScaledMatrix.ofRows(0, new float[5][0]).rows()).isEqualTo(5);
  }

  @Test
  void ofRows_refusesARowOfAnotherLength() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ScaledMatrix.ofRows(2, new float[][] {{1, 2}, {1, 2, 3}}))
        .withMessage("rows must have 2 entries, actual: 3");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ScaledMatrix.ofSymmetric(new float[3][2]))
        .withMessage("rows must have 3 entries, actual: 2");
  }

  @ParameterizedTest
  @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
  void ofRows_refusesWhatIsNotFinite_anywhere(float bad) {
    for (int at = 0; at < 9; at++) {
      float[][] rows = new float[3][3];
      rows[at / 3][at % 3] = bad;
      assertThatIllegalArgumentException()
          .isThrownBy(() -> ScaledMatrix.ofRows(3, rows))
          .withMessage("entries must be finite, actual: not so in row " + at / 3);
      assertThatIllegalArgumentException().isThrownBy(() -> ScaledMatrix.ofSymmetric(rows));
    }
  }

  /** Figures of every size a float has, from the largest to the smallest. */
  @ParameterizedTest
  @ValueSource(floats = {Float.MAX_VALUE, 1e20f, 1, 0.01f, 1e-30f, 100 * Float.MIN_VALUE})
  void ofRows_isOffByHalfAStep_andKeepsWhatIsNotZero(float largest) {
    Random random = new Random(7);
    float[][] rows = new float[5][300];
    for (float[] row : rows) {
      for (int column = 0; column < row.length; column++) {
        row[column] = (float) (largest * Math.pow(2 * random.nextDouble() - 1, 9));
      }
      row[0] = -largest;
      row[1] = 0;
      row[2] = Float.MIN_VALUE;
      row[3] = -Float.MIN_VALUE;
    }
    ScaledMatrix rounded = ScaledMatrix.ofRows(300, rows);
    for (int row = 0; row < rows.length; row++) {
      double step = rounded.step(row);
      assertThat(step).isEqualTo((double) largest / 32767);
      for (int column = 0; column < 300; column++) {
        double exact = rows[row][column];
        double bound = Math.abs(exact) >= step / 2 ? step * (0.5 + 1e-9) : step;
        assertThat(rounded.at(row, column)).isCloseTo(exact, within(bound));
        assertThat(Math.signum(rounded.at(row, column))).isEqualTo(Math.signum(exact));
      }
    }
  }

  @Test
  void ofSymmetric_staysSymmetric() {
    float[][] rows = {{900, 0.3f, -7}, {0.3f, 2, 0.01f}, {-7, 0.01f, 1}};
    ScaledMatrix symmetric = ScaledMatrix.ofSymmetric(rows);
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        assertThat(symmetric.at(i, j)).isEqualTo(symmetric.at(j, i));
        assertThat(symmetric.at(i, j)).isCloseTo(rows[i][j], within(900 / 32767.0));
      }
    }
  }

  @Test
  void gather_takesTheFirstOfTheColumnsGiven() {
    float[] target = {9, 9, 9, 9};
    matrix.gather(0, new int[] {3, 0, 2, 1}, 3, target);

    assertThat(target).containsExactly(16384, 32767, -2, 9);
  }

  @Test
  void addRow_addsAMultiple() {
    double[] sums = {1, 1, 1, 1};
    matrix.addRow(0, -2, sums);

    assertThat(sums).containsExactly(-65533, 1, 5, -32767);
  }

  @Test
  void equals_tellsShapesNumbersAndSteps() {
    float[][] rows = {{32767, 0, -2, 16384}, {-0.0f, 8, 16, 32767}};
    assertThat(matrix)
        .isEqualTo(ScaledMatrix.ofRows(4, rows))
        .hasSameHashCodeAs(ScaledMatrix.ofRows(4, rows))
        .isNotEqualTo(ScaledMatrix.ofRows(4, new float[][] {rows[0]}))
        .isNotEqualTo(ScaledMatrix.ofRows(4, new float[][] {rows[0], {1, 8, 16, 32767}}))
        .isNotEqualTo(ScaledMatrix.ofRows(4, new float[][] {rows[0], {0, 16, 32, 65534}}));
    assertThat(ScaledMatrix.ofRows(3, new float[0][]))
        .isNotEqualTo(ScaledMatrix.ofRows(2, new float[0][]));
  }
}
