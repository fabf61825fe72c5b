package io.reelrecs.train.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class RidgeSystemTest {

  /** One line over things 0, 1, .. with these residuals. */
  private static Lines line(float... residuals) {
    int[] index = new int[residuals.length];
    for (int i = 0; i < index.length; i++) {
      index[i] = i;
    }
    return new Lines(new int[] {0, residuals.length}, index, residuals);
  }

  private static float[] solve(float[][] kernel, float[] scale, Lines lines, float penalty) {
    RidgeSystem system = new RidgeSystem();
    system.solve(kernel, scale, lines, 0, penalty);
    return Arrays.copyOf(system.solution(), lines.length(0));
  }

  @Test
  void solve_diagonal_endsAfterOneStep() {
    float[][] kernel = {{1}, {0, 2}, {0, 0, 3}};

    float[] solution = solve(kernel, new float[3], line(3, 6, -8), 1);

    assertThat(solution).containsExactly(new float[] {1.5f, 2, -2}, within(1e-6f));
  }

  @Test
  void solve_leavesItsOwnPartOutOffTheDiagonalAlone() {
    // A = [2, 0.5 - 2 * 3] with y = (2, 3); the diagonal keeps K.
    float[][] kernel = {{9}, {0.5f, 11}};

    float[] solution = solve(kernel, new float[] {2, 1}, line(1, 3), 1);

    // [10, -5.5; -5.5, 12] a = (1, 3)
    double determinant = 10 * 12 - 5.5 * 5.5;
    assertThat((double) solution[0]).isCloseTo((12 + 3 * 5.5) / determinant, within(1e-6));
    assertThat((double) solution[1]).isCloseTo((30 + 5.5) / determinant, within(1e-6));
  }

  @Test
  void solve_noResiduals_zero() {
    float[][] kernel = {{1}, {0.5f, 2}};

    assertThat(solve(kernel, new float[] {1, 1}, line(0, 0), 1)).containsOnly(0);
  }

  @Test
  void solve_directionThatLeadsUp_stopsBeforeIt() {
    // Not positive definite: [1, -3; -3, 1], and the first direction is (1, 1).
    float[][] kernel = {{0}, {-3, 0}};

    assertThat(solve(kernel, new float[2], line(1, 1), 1)).containsExactly(0, 0);
  }

  @Test
  void solve_smallAfterLarge_asIfAlone() {
    RidgeSystem used = new RidgeSystem();
    float[][] kernel = {{1}, {0.5f, 2}, {0.25f, -0.5f, 3}};
    float[] scale = {0.1f, 0.2f, 0.3f};
    used.solve(kernel, scale, line(3, -2, 1), 0, 0.5f);
    used.solve(kernel, scale, line(2, 1), 0, 0.5f);

    float[] alone = solve(kernel, scale, line(2, 1), 0.5f);

    assertThat(Arrays.copyOf(used.solution(), 2)).isEqualTo(alone);
  }
}
