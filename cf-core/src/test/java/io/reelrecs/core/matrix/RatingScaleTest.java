package io.reelrecs.core.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RatingScaleTest {

  @Test
  void of_findsTheGrid() {
    assertThat(of(1, 5, 3)).isEqualTo(new RatingScale(1, 5, 1));
    assertThat(of(0.5f, 5, 3)).isEqualTo(new RatingScale(0.5, 5, 0.5));
    assertThat(of(1, 2.25f)).isEqualTo(new RatingScale(1, 2.25, 0.25));
    assertThat(of(0.125f, 2)).isEqualTo(new RatingScale(0.125, 2, 0.125));
    assertThat(of(1.0625f, 2)).isEqualTo(new RatingScale(1.0625, 2, 0.0625));
    assertThat(of(-3, 4)).isEqualTo(new RatingScale(-3, 4, 1));
  }

  @Test
  void of_findsNoGrid_whereThereIsNone() {
    assertThat(of(0.1f, 0.2f).unit()).isZero();
    assertThat(of(1, 1 + 1 / 32f).unit()).isZero();
    assertThat(of(0.1f, 5, 4).lo()).isEqualTo((double) 0.1f);
  }

  @Test
  void of_findsNoGrid_whereStepsExceed16Bits() {
    assertThat(of(0, 32767)).isEqualTo(new RatingScale(0, 32767, 1));
    assertThat(of(0, 32768)).isEqualTo(new RatingScale(0, 32768, 0));
    assertThat(of(-32767, 0)).isEqualTo(new RatingScale(-32767, 0, 1));
    assertThat(of(-32768, 0)).isEqualTo(new RatingScale(-32768, 0, 0));
    assertThat(of(0.5f, 16384)).isEqualTo(new RatingScale(0.5, 16384, 0));
    assertThat(of(-Float.MAX_VALUE, Float.MAX_VALUE).unit()).isZero();
  }

  @Test
  void of_turnsNegativeZeroIntoZero() {
    assertThat(of(-0.0f)).isEqualTo(new RatingScale(0.0, 0.0, 1));
    assertThat(of(-0.0f, 0.0f)).isEqualTo(of(0.0f));
  }

  @Test
  void of_isAPoint_whenAllAreEqual() {
    assertThat(of(4, 4, 4)).isEqualTo(new RatingScale(4, 4, 1));
    assertThat(of(4, 4).isPoint()).isTrue();
    assertThat(of(4, 5).isPoint()).isFalse();
    assertThat(RatingScale.of(new float[0])).isEqualTo(new RatingScale(0, 0, 1));
  }

  @ParameterizedTest
  @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
  void of_refusesWhatIsNotFinite(float rating) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> of(1, rating, 2))
        .withMessage("ratings must be finite, actual: " + rating);
  }

  @Test
  void constructor_refusesWhatIsNoScale() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RatingScale(2, 1, 1))
        .withMessage("lo and hi must be finite and in order, actual: 2.0 and 1.0");
    assertThatIllegalArgumentException().isThrownBy(() -> new RatingScale(Double.NaN, 1, 1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RatingScale(0, Double.POSITIVE_INFINITY, 1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RatingScale(0, 1, -0.5))
        .withMessage("unit must be in [0, 1], actual: -0.5");
    assertThatIllegalArgumentException().isThrownBy(() -> new RatingScale(0, 1, Double.NaN));
  }

  @Test
  void normalize_bringsTheScaleToUnitLength() {
    RatingScale stars = new RatingScale(1, 5, 1);

    assertThat(stars.normalize(1)).isEqualTo(0);
    assertThat(stars.normalize(4)).isEqualTo(0.75);
    assertThat(stars.normalize(5)).isEqualTo(1);
    assertThat(stars.normalize(0)).isEqualTo(0);
    assertThat(stars.normalize(9)).isEqualTo(1);
    assertThat(of(-Float.MAX_VALUE, Float.MAX_VALUE).normalize(0)).isEqualTo(0.5);
  }

  @Test
  void normalize_isAHalf_onAPoint() {
    assertThat(of(4).normalize(4)).isEqualTo(0.5);
    assertThat(of(4).normalize(-100)).isEqualTo(0.5);
  }

  @Test
  void clamp_staysWithinTheScale() {
    RatingScale stars = new RatingScale(1, 5, 1);

    assertThat(stars.clamp(0.9)).isEqualTo(1);
    assertThat(stars.clamp(3.3)).isEqualTo(3.3);
    assertThat(stars.clamp(Double.POSITIVE_INFINITY)).isEqualTo(5);
  }

  private static RatingScale of(float... ratings) {
    return RatingScale.of(ratings);
  }
}
