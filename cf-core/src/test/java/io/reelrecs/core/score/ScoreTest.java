package io.reelrecs.core.score;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScoreTest {

  @ParameterizedTest
  @ValueSource(doubles = {-0.01, 1.01, Double.NaN, Double.POSITIVE_INFINITY})
  void constructor_refusesAValueOutOfRange(double value) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Score(value, 3, ScoreSource.NEIGHBORS, 1))
        .withMessage("value must be in [0, 1], actual: " + value);
  }

  @Test
  void constructor_refusesTheRest() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Score(0, Double.NaN, ScoreSource.NEIGHBORS, 1))
        .withMessage("predicted must be finite, actual: NaN");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Score(0, 1, ScoreSource.NEIGHBORS, -1))
        .withMessage("support must be >= 0, actual: -1");
    assertThatNullPointerException().isThrownBy(() -> new Score(0, 1, null, 1));
    assertThatNullPointerException().isThrownBy(() -> new Recommendation(1, null, 0));
  }
}
