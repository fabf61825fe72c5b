package io.reelrecs.core.score;

/** Gaussian elimination with pivots, for tests. */
final class DenseSystem {

  private DenseSystem() {}

  /** The x of {@code system x = right}; neither is changed. */
  static double[] solve(double[][] system, double[] right) {
    int n = right.length;
    double[][] a = new double[n][];
    for (int row = 0; row < n; row++) {
      a[row] = system[row].clone();
    }
    double[] x = right.clone();
    for (int step = 0; step < n; step++) {
      int pivot = step;
      for (int row = step + 1; row < n; row++) {
        pivot = Math.abs(a[row][step]) > Math.abs(a[pivot][step]) ? row : pivot;
      }
      double[] lines = a[step];
      a[step] = a[pivot];
      a[pivot] = lines;
      double value = x[step];
      x[step] = x[pivot];
      x[pivot] = value;
      for (int row = step + 1; row < n; row++) {
        double factor = a[row][step] / a[step][step];
        for (int column = step; column < n; column++) {
          a[row][column] -= factor * a[step][column];
        }
        x[row] -= factor * x[step];
      }
    }
    for (int row = n - 1; row >= 0; row--) {
      for (int column = row + 1; column < n; column++) {
        x[row] -= a[row][column] * x[column];
      }
      x[row] /= a[row][row];
    }
    return x;
  }
}
