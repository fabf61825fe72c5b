package io.reelrecs.train.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

final class RankingParametersTest {

  private static void assertRefused(ThrowingCallable making, String message) {
    assertThatIllegalArgumentException().isThrownBy(making).withMessage(message);
  }

  @Test
  void defaults_areThoseOfTheTuning() {
    assertThat(LinearModelParameters.DEFAULT)
        .isEqualTo(new LinearModelParameters(500, 3, 0.75, 0.25, 4, 0.85));
    assertThat(LinearModelParameters.plain(7, 3))
        .isEqualTo(new LinearModelParameters(7, 0, 0, 0, 3, 1));
    assertThat(NeighborRankingParameters.DEFAULT)
        .isEqualTo(new NeighborRankingParameters(400, 1.5, 0.2, 4));
  }

  @Test
  void linearModel_outOfRange_saysWhichAndWhat() {
    assertRefused(
        () -> new LinearModelParameters(0, 0, 0, 0, 4, 1),
        "lambda must be > 0 and finite, actual: 0.0");
    assertRefused(
        () -> new LinearModelParameters(1, -1, 0, 0, 4, 1),
        "dropout must be >= 0 and finite, actual: -1.0");
    assertRefused(
        () -> new LinearModelParameters(1, 0, Double.NaN, 0, 4, 1),
        "userExponent must be >= 0 and finite, actual: NaN");
    assertRefused(
        () -> new LinearModelParameters(1, 0, 0, Double.POSITIVE_INFINITY, 4, 1),
        "popularityExponent must be >= 0 and finite, actual: Infinity");
    assertRefused(
        () -> LinearModelParameters.plain(1, Double.NaN),
        "positiveFrom must be a number, actual: NaN");
    assertRefused(
        () -> new LinearModelParameters(1, 0, 0, 0, 4, 0),
        "lowestWeight must be in (0, 1], actual: 0.0");
    assertRefused(
        () -> new LinearModelParameters(1, 0, 0, 0, 4, 1.1),
        "lowestWeight must be in (0, 1], actual: 1.1");
  }

  @Test
  void neighborRanking_outOfRange_saysWhichAndWhat() {
    assertRefused(() -> new NeighborRankingParameters(0, 1, 0, 4), "k must be >= 1, actual: 0");
    assertRefused(
        () -> new NeighborRankingParameters(1, -2, 0, 4),
        "similarityExponent must be in [0, 10], actual: -2.0");
    assertRefused(
        () -> new NeighborRankingParameters(1, 1, -3, 4),
        "popularityExponent must be in [0, 10], actual: -3.0");
    assertRefused(
        () -> new NeighborRankingParameters(1, 1, 0, Double.NaN),
        "positiveFrom must be a number, actual: NaN");
  }
}
