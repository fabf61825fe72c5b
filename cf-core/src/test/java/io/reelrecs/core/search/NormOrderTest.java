package io.reelrecs.core.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.reelrecs.core.matrix.MissingRating;
import io.reelrecs.core.matrix.SampleRatings;
import io.reelrecs.core.matrix.UnitRows;
import org.junit.jupiter.api.Test;

class NormOrderTest {

  private final UnitRows rows =
      UnitRows.of(
          SampleRatings.random(301, 40, 0.3, SampleRatings.HALF_STARS, 5), MissingRating.ZERO);
  private final NormOrder order = new NormOrder(rows);

  @Test
  void positions_areByNormDescending_thenByIndex() {
    for (int position = 1; position < order.size(); position++) {
      double before = order.squaredNorm(position - 1);
      double after = order.squaredNorm(position);
      assertThat(before).isGreaterThanOrEqualTo(after);
      if (before == after) {
        assertThat(order.rowAt(position - 1)).isLessThan(order.rowAt(position));
      }
    }
  }

  @Test
  void rowAt_andPositionOf_areInverse() {
    for (int row = 0; row < rows.rows(); row++) {
      int position = order.positionOf(row);
      assertThat(order.rowAt(position)).isEqualTo(row);
      assertThat(order.squaredNorm(position)).isEqualTo(rows.squaredNorm(row));
      assertThat(order.norm(position)).isEqualTo(Math.sqrt(rows.squaredNorm(row)));
    }
  }

  @Test
  void near_findsWhereNormsFallBelow() {
    assertThat(order.near(Double.POSITIVE_INFINITY)).isZero();
    assertThat(order.near(0)).isEqualTo(order.size() - 1);
    double middle = order.norm(150);
    int near = order.near(middle);
    assertThat(order.norm(near)).isEqualTo(middle);
    assertThat(near == 0 || order.norm(near - 1) > middle).isTrue();
  }
}
