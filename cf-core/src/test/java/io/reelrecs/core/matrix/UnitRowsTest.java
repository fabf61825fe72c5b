package io.reelrecs.core.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class UnitRowsTest {

  private static final float NONE = Float.NaN;

  @Test
  void of_keepsRawRatingsAsSteps_onAGrid() {
    RatingMatrix matrix =
        SampleRatings.dense(new float[] {0.5f, NONE, 5}, new float[] {NONE, 1, NONE});
    UnitRows rows = UnitRows.of(matrix, MissingRating.ZERO);

    assertThat(rows.integral()).isTrue();
    assertThat(rows.rows()).isEqualTo(2);
    assertThat(rows.columns()).isEqualTo(3);
    assertThat(rows.matrix()).isSameAs(matrix);
    assertThat(new short[] {rows.stepAt(0), rows.stepAt(1), rows.stepAt(2)})
        .containsExactly(new short[] {1, 10, 2});
    assertThat(rows.valueAt(1)).isEqualTo(10);
    assertThat(rows.squaredNorm(0)).isEqualTo(101);
    assertThat(rows.squaredNorm(1)).isEqualTo(4);
    assertThat(rows.largestSquaredNorm()).isEqualTo(101);
  }

  @Test
  void of_keepsRawRatingsAsTheyAre_offAGrid() {
    UnitRows rows = UnitRows.of(SampleRatings.dense(new float[] {0.1f, 0.2f}), MissingRating.ZERO);

    assertThat(rows.integral()).isFalse();
    assertThat(rows.valueAt(0)).isEqualTo((double) 0.1f);
    assertThat(rows.squaredNorm(0))
        .isEqualTo((double) 0.1f * 0.1f + (double) 0.2f * 0.2f, within(1e-9));
    assertThatIllegalStateException()
        .isThrownBy(() -> rows.stepAt(0))
        .withMessage("the rows are real, not whole numbers");
  }

  @Test
  void of_keepsNegativeStepsAndTheirLimits() {
    UnitRows rows =
        UnitRows.of(SampleRatings.dense(new float[] {-32767, 32767, -0.0f}), MissingRating.ZERO);

    assertThat(rows.stepAt(0)).isEqualTo((short) -32767);
    assertThat(rows.stepAt(1)).isEqualTo((short) 32767);
    assertThat(rows.stepAt(2)).isZero();
    assertThat(rows.squaredNorm(0)).isEqualTo(2.0 * 32767 * 32767);
  }

  @Test
  void of_centersRowsByTheirOwnMean() {
    UnitRows rows =
        UnitRows.of(
            SampleRatings.dense(
                new float[] {1, NONE, 4}, new float[] {2, 2, 2}, new float[] {NONE, NONE, NONE}),
            MissingRating.USER_MEAN);

    assertThat(rows.integral()).isFalse();
    assertThat(rows.valueAt(0)).isEqualTo(-1.5);
    assertThat(rows.valueAt(1)).isEqualTo(1.5);
    assertThat(rows.squaredNorm(0)).isEqualTo(4.5);
    assertThat(rows.squaredNorm(1)).isZero();
    assertThat(rows.squaredNorm(2)).isZero();
  }

  /** What is left of equal ratings after the mean must be exactly nothing, not a rounding error. */
  @Test
  void of_leavesNothing_whenAUsersRatingsAreAllEqual() {
    for (float rating : SampleRatings.TENTHS) {
      for (int length = 1; length < 40; length++) {
        float[] row = new float[length];
        Arrays.fill(row, rating);
        UnitRows rows = UnitRows.of(SampleRatings.dense(row), MissingRating.USER_MEAN);
        assertThat(rows.squaredNorm(0)).as("%d times %s", length, rating).isZero();
      }
    }
  }

  @Test
  void cosine_isDotOverNorms() {
    UnitRows rows =
        UnitRows.of(
            SampleRatings.dense(new float[] {3, 4}, new float[] {4, 3}), MissingRating.ZERO);

    assertThat(rows.cosine(24, 0, 1)).isEqualTo(24.0 / 25);
    assertThat(rows.cosine(25, 0, 0)).isEqualTo(1);
    assertThat(rows.cosine(-25, 1, 0)).isEqualTo(-1);
  }

  @Test
  void cosine_isZero_whereARowPointsNowhere() {
    UnitRows rows =
        UnitRows.of(
            SampleRatings.dense(new float[] {0, 0}, new float[] {1, 1}), MissingRating.ZERO);

    assertThat(rows.cosine(0, 0, 1)).isEqualTo(0);
    assertThat(rows.cosine(0, 0, 0)).isEqualTo(0);
  }

  @Test
  void squaredNorm_staysFinite_onTheLargestAndSmallestRatings() {
    UnitRows rows =
        UnitRows.of(
            SampleRatings.dense(
                new float[] {Float.MAX_VALUE, -Float.MAX_VALUE, Float.MAX_VALUE},
                new float[] {Float.MIN_VALUE, NONE, NONE}),
            MissingRating.ZERO);

    double large = rows.squaredNorm(0);
    double small = rows.squaredNorm(1);
    assertThat(rows.cosine(large, 0, 0)).isEqualTo(1, within(1e-15));
    assertThat(rows.cosine(small, 1, 1)).isEqualTo(1, within(1e-15));
    assertThat(rows.cosine((double) Float.MAX_VALUE * Float.MIN_VALUE, 0, 1))
        .isEqualTo(1 / Math.sqrt(3), within(1e-15));
  }
}
