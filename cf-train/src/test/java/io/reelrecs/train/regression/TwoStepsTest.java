package io.reelrecs.train.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.reelrecs.train.parallel.Workers;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TwoStepsTest {

  @Test
  void addToLower_anySize_addsTheScaledSquare() throws Exception {
    for (int n : new int[] {0, 1, 2, 3, 4, 63, 64, 65, 127, 239, 240, 241, 481, 513, 577}) {
      float[][] matrix = symmetric(n, 11 + n);
      double[] diagonal = new double[n];
      for (int i = 0; i < n; i++) {
        diagonal[i] = entry(matrix, i, i) + 1e-6;
      }
      float[][] sum = symmetric(n, 11 + n);

      new TwoSteps(sum).addToLower(0.5, new Workers(2), new Effort(1, RegressionListener.NONE));

      for (int i = 0; i < n; i++) {
        for (int j = 0; j <= i; j += 1 + (i - j) / 7) { // all near the diagonal, some far off
          double scaled = entry(matrix, i, j) / Math.sqrt(diagonal[i] * diagonal[j]);
          assertThat((double) sum[i][j])
              .as("row %s, column %s of %s", i, j, n)
              .isCloseTo(matrix[i][j] + 0.5 * scaled, within(2e-6));
        }
      }
    }
  }

  @Test
  void addToLower_similarToNone_staysSo() throws Exception {
    float[][] matrix = {{1, 0, 0.5f}, {0, 0, 0}, {0.5f, 0, 1}};

    new TwoSteps(matrix).addToLower(1, new Workers(1), new Effort(1, RegressionListener.NONE));

    assertThat(matrix[1]).containsOnly(0);
    assertThat(matrix[2][1]).isZero();
    assertThat((double) matrix[0][0]).isCloseTo(2, within(1e-5));
  }

  /** An entry of the square. */
  private static double entry(float[][] matrix, int i, int j) {
    double sum = 0;
    for (int k = 0; k < matrix.length; k++) {
      sum += (double) matrix[i][k] * matrix[k][j];
    }
    return sum;
  }

  private static float[][] symmetric(int n, long seed) {
    Random random = new Random(seed);
    float[][] matrix = new float[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        matrix[i][j] = random.nextFloat() - 0.3f;
        matrix[j][i] = matrix[i][j];
      }
    }
    return matrix;
  }
}
