package io.reelrecs.core.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.reelrecs.core.kernel.Kernel;
import io.reelrecs.core.kernel.Kernels;
import io.reelrecs.core.matrix.MissingRating;
import io.reelrecs.core.matrix.SampleRatings;
import io.reelrecs.core.matrix.UnitRows;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FirstLookTest {

  private static final int ROWS = 256;
  private static final int LANES = 16;

  private final UnitRows rows =
      UnitRows.of(SampleRatings.random(ROWS, 60, 0.4, SampleRatings.STARS, 7), MissingRating.ZERO);
  private final NormOrder order = new NormOrder(rows);
  private final Random random = new Random(5);

  /** The floor is never above the k-th best, and seldom far below what a sort would give. */
  @Test
  void raise_findsAFloor_thatIsNotAboveTheKthBest() {
    double norm = 40;
    for (int k : new int[] {1, 5, 20, 64}) {
      Selections selections = selections(k);
      short[] sums = sums(1000);
      raise(sums, norm, selections);
      for (int lane = 0; lane < LANES; lane++) {
        double[] cosines = cosines(sums, lane, norm);
        Arrays.sort(cosines);
        double kth = cosines[ROWS - k];
        assertThat((double) selections.floor(lane))
            .as("k %d, lane %d", k, lane)
            .isLessThan(kth)
            .isGreaterThan(k == 64 ? 0 : 0.8 * kth);
      }
    }
  }

  @Test
  void raise_tellsNothing_ofFewerThanKRowsThatShareAColumn() {
    Selections selections = selections(5);
    short[] sums = sums(0);
    for (int row = 0; row < 4; row++) { // four rows in four groups
      sums[row * 40 * LANES] = 100 + Kernel.ZERO;
    }
    raise(sums, 40, selections);

    assertThat(selections.floor(0)).isZero();
  }

  @Test
  void raise_tellsNothing_ofFewerGroupsThanK() {
    Selections selections = selections(65);
    raise(sums(1000), 40, selections);

    assertThat(selections.floor(0)).isZero();
  }

  /** The largest sums there are, and the smallest norms: no overflow. */
  @Test
  void raise_holdsTheLargestSums() {
    short[] sums = new short[ROWS * LANES];
    Arrays.fill(sums, Short.MAX_VALUE);
    Selections selections = selections(20);
    raise(sums, 1, selections);

    double least = 65_535 / order.norm(19 * 4);
    assertThat((double) selections.floor(0)).isLessThan(65_535 / order.norm(ROWS - 80));
    assertThat((double) selections.floor(0)).isGreaterThan(0.9 * least);
  }

  private static Selections selections(int k) {
    return new Selections(Kernels.scalar(), LANES, k, 1000, true, false);
  }

  private short[] sums(int most) {
    short[] sums = new short[ROWS * LANES];
    for (int i = 0; i < sums.length; i++) {
      sums[i] = (short) (random.nextInt(most + 1) + Kernel.ZERO);
    }
    return sums;
  }

  private double[] cosines(short[] sums, int lane, double norm) {
    double[] cosines = new double[ROWS];
    for (int row = 0; row < ROWS; row++) {
      cosines[row] = (sums[row * LANES + lane] - Kernel.ZERO) / norm / order.norm(row);
    }
    return cosines;
  }

  private void raise(short[] sums, double norm, Selections selections) {
    QueryLanes queries = new QueryLanes(LANES);
    queries.clear();
    for (int lane = 0; lane < LANES; lane++) {
      queries.add(-1, lane, norm * norm);
    }
    FirstLook look = new FirstLook(order, LANES, ROWS);
    look.collect(sums, 0, ROWS, 0);
    look.raise(queries, selections);
  }
}
