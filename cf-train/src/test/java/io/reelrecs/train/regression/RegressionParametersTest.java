package io.reelrecs.train.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.reelrecs.core.model.Strength;
import org.junit.jupiter.api.Test;

class RegressionParametersTest {

  private static final Strength STRENGTH = new Strength(1, 0, 0);

  @Test
  void defaults_areThoseOfTheAccuracyReport() {
    assertThat(UserRegressionParameters.DEFAULT)
        .isEqualTo(
            new UserRegressionParameters(150, 0.2, 1.5, 0.4, new Strength(1.99, -0.13, 0.04)));
    assertThat(UserRegressionParameters.IN_FUSION)
        .isEqualTo(
            new UserRegressionParameters(150, 0.3169, 1.5, 0.4, new Strength(0.87, -0.25, 0.1439)));
    assertThat(MovieRegressionParameters.DEFAULT)
        .isEqualTo(
            new MovieRegressionParameters(150, 0.5, 1, 0.5, 1, new Strength(1.28, 0.06, 0.1)));
    assertThat(MovieRegressionParameters.IN_FUSION)
        .isEqualTo(
            new MovieRegressionParameters(150, 0.5, 1, 0.5, 1, new Strength(0.93, 0.08, -0.01)));
  }

  @Test
  void constructors_outOfRange_sayWhichAndWhat() {
    refused(() -> new UserRegressionParameters(0, 0.2, 1, 0.5, STRENGTH))
        .hasMessage("shrinkage must be > 0 and finite, actual: 0.0");
    refused(() -> new UserRegressionParameters(1, -0.2, 1, 0.5, STRENGTH))
        .hasMessage("countWeight must be >= 0 and finite, actual: -0.2");
    refused(() -> new UserRegressionParameters(1, 0.2, 1, 1.5, STRENGTH))
        .hasMessage("exponent must be in [0, 1], actual: 1.5");
    refused(() -> new MovieRegressionParameters(1, 0.2, Double.NaN, 0.5, 1, STRENGTH))
        .hasMessage("regularization must be > 0 and finite, actual: NaN");
    refused(() -> new MovieRegressionParameters(1, 0.2, 1, 0.5, -1, STRENGTH))
        .hasMessage("twoStepWeight must be >= 0 and finite, actual: -1.0");
    refused(() -> new MovieRegressionParameters(Double.POSITIVE_INFINITY, 0.2, 1, 0.5, 1, STRENGTH))
        .hasMessage("shrinkage must be > 0 and finite, actual: Infinity");
  }

  private static org.assertj.core.api.AbstractThrowableAssert<?, ?> refused(
      org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
    return assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class);
  }
}
