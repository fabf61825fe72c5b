package io.reelrecs.train.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.reelrecs.train.parallel.Workers;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ojalgo.matrix.decomposition.LU;
import org.ojalgo.matrix.store.MatrixStore;
import org.ojalgo.matrix.store.R064Store;

final class SymmetricInverseTest {

  /** Positive definite, with eigenvalues from 0.1 to about n. */
  private static double[][] triangle(int n) {
    Random random = new Random(n);
    double[][] factor = new double[n][n];
    for (double[] row : factor) {
      for (int j = 0; j < n; j++) {
        row[j] = random.nextDouble() - 0.4;
      }
    }
    double[][] lower = new double[n][];
    for (int i = 0; i < n; i++) {
      lower[i] = new double[i + 1];
      for (int j = 0; j <= i; j++) {
        for (int k = 0; k < n; k++) {
          lower[i][j] += factor[i][k] * factor[j][k];
        }
      }
      lower[i][i] += 0.1;
    }
    return lower;
  }

  private static boolean invert(double[][] lower, int threads) {
    try {
      return SymmetricInverse.invert(lower, new Workers(threads));
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** Around blocks of 64 pivots and tiles of 512 columns. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 63, 64, 65, 127, 130, 511, 512, 513, 661})
  void invert_isTheInverseOfAnotherImplementation(int n) {
    double[][] lower = triangle(n);
    R064Store whole = R064Store.FACTORY.make(n, n);
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        whole.set(i, j, lower[Math.max(i, j)][Math.min(i, j)]);
      }
    }
    LU<Double> lu = LU.R064.make();
    assertThat(lu.decompose(whole)).isTrue();
    MatrixStore<Double> expected = lu.getInverse();

    assertThat(invert(lower, 2)).isTrue();

    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        double value = expected.doubleValue(i, j);
        if (Math.abs(lower[i][j] - value) > 1e-9) { // an assertion for each would take seconds
          assertThat(lower[i][j]).as("row %d, column %d", i, j).isCloseTo(value, within(1e-9));
        }
      }
    }
  }

  @Test
  void invert_isTheSameOnThreads() {
    double[][] one = triangle(700);
    double[][] three = triangle(700);

    invert(one, 1);
    invert(three, 3);

    assertThat(three).isDeepEqualTo(one);
  }

  @Test
  void invert_notPositiveDefinite_saysSo() {
    assertThat(invert(new double[][] {{0}}, 1)).isFalse();
    assertThat(invert(new double[][] {{Double.NaN}}, 1)).isFalse();
    assertThat(invert(new double[][] {{1}, {2, 1}}, 1)).isFalse();
    assertThat(invert(new double[][] {{1}, {1, 1}}, 1)).isFalse();
    double[][] last = triangle(100);
    last[99] = Arrays.copyOf(last[98], 100);
    last[99][99] = last[98][98]; // the same row twice
    assertThat(invert(last, 2)).isFalse();
  }

  @Test
  void invert_ofNothing_isNothing() {
    assertThat(invert(new double[0][], 2)).isTrue();
  }
}
