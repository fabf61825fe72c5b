package io.reelrecs.core.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.reelrecs.core.matrix.MissingRating;
import io.reelrecs.core.matrix.SampleRatings;
import io.reelrecs.core.matrix.UnitRows;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SumBoundsTest {

  /** 255^2 + 22^2 + 5^2 + 1 = 65,535, the last sum that 16 bits hold: by Cauchy and Schwarz. */
  @Test
  void fits_upToTheLastSumThat16BitsHold_byNorms() {
    assertThat(fits(new float[] {255, 22, 5, 1})).isTrue();
    assertThat(fits(new float[] {256, 1, 1, 1})).isFalse();
  }

  /** A row of 13,107 fives has the sum 65,535; its squared norm is five times as much. */
  @Test
  void fits_upToTheLastSumThat16BitsHold_byTheSumOfValues() {
    float[] ones = new float[13_107];
    Arrays.fill(ones, 1);
    ones[0] = 5;
    // Sum 13,111 times 5 is 65,555, and the squared norm is 13,131: fits by norms alone.
    assertThat(fits(ones)).isTrue();
    float[] longRow = new float[60_000];
    float[] shortRow = new float[60_000];
    Arrays.fill(longRow, 2);
    Arrays.fill(shortRow, Float.NaN);
    Arrays.fill(shortRow, 0, 16_384, 2);
    // |u||v| = 2 sqrt(60,000) * 2 sqrt(16,384) = 125,000, but the short row's sum is 32,768.
    UnitRows rows = rows(longRow, shortRow);
    SumBounds bounds = bounds(rows);
    assertThat(bounds.sum(1)).isEqualTo(32_768);
    assertThat(bounds.fits(bounds.sum(1), rows.squaredNorm(1), 0, 2)).isFalse(); // 65,536
    shortRow[0] = Float.NaN;
    rows = rows(longRow, shortRow);
    bounds = bounds(rows);
    assertThat(bounds.fits(bounds.sum(1), rows.squaredNorm(1), 0, 2)).isTrue(); // 65,534
    assertThat(bounds.fitsAll(bounds.sum(1), rows.squaredNorm(1))).isTrue();
    assertThat(bounds.fitsAll(bounds.sum(0), rows.squaredNorm(0))).isFalse();
  }

  @Test
  void fits_never_whereValuesAreNegativeOrReal() {
    assertThat(fits(new float[] {-1, 1})).isFalse();
    assertThat(fits(new float[] {0.1f, 0.2f})).isFalse();
    UnitRows centered =
        UnitRows.of(SampleRatings.dense(new float[] {1, 2}), MissingRating.USER_MEAN);
    assertThat(bounds(centered).narrow()).isFalse();
    assertThat(bounds(centered).fitsAll(1, 1)).isFalse();
  }

  private static boolean fits(float[] row) {
    UnitRows rows = rows(row, row);
    SumBounds bounds = bounds(rows);
    double sum = bounds.narrow() ? bounds.sum(0) : 0;
    boolean fits = bounds.fits(sum, rows.squaredNorm(0), 0, 2);
    assertThat(bounds.fitsAll(sum, rows.squaredNorm(0))).isEqualTo(fits);
    return fits;
  }

  private static UnitRows rows(float[]... cells) {
    return UnitRows.of(SampleRatings.dense(cells), MissingRating.ZERO);
  }

  private static SumBounds bounds(UnitRows rows) {
    return new CosineIndex(rows).bounds();
  }
}
