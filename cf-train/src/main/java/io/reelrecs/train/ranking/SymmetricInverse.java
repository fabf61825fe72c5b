package io.reelrecs.train.ranking;

import io.reelrecs.train.parallel.Workers;

/**
 * The inverse of a symmetric positive definite matrix, in its own place: a lower triangle by row,
 * row {@code i} having {@code i + 1} entries.
 *
 * <p>Done by sweeps over blocks of {@value #BLOCK} pivots. With K the pivots of a block, D the
 * entries of K by K and V those of all rows by K, a sweep makes
 *
 * <pre>
 *   A_ij = A_ij - V_i D^-1 V_j'   outside of K
 *   A_iK = V_i D^-1
 *   A_KK = -D^-1
 * </pre>
 *
 * and sweeps over all pivots make {@code -A^-1}. It is symmetric after each, so that the lower
 * triangle is enough.
 *
 * <p>Costs {@code n^3 / 2} multiplications and additions, shared by the threads row by row, with
 * one meeting of them for every block; and {@value #BLOCK} numbers a row for the two of V and
 * {@code D^-1 V'}. Each entry is changed by one thread at a time and in one order, so that the
 * result is the same bits for every number of threads and on every JDK.
 *
 * <p>Source of the sweep: Goodnight, "A Tutorial on the SWEEP Operator", The American Statistician
 * 33(3), 1979; here for a block at a time.
 */
final class SymmetricInverse {

  /** Its rows of {@code D^-1 V'}, cut to {@link #TILE}, fit into a core's second cache. */
  static final int BLOCK = 64;

  /**
   * Columns changed at a time: what a row has of them, and four rows of the block, fit into the
   * first cache.
   */
  private static final int TILE = 512;

  /** A pivot this much smaller than its diagonal entry is rounding and nothing else. */
  private static final double SMALLEST_PIVOT = 1e-13;

  private final double[][] a;
  private final Workers workers;
  private final double[] diagonal;

  /** V, by row. */
  private final double[][] v;

  /** {@code D^-1 V'}, by pivot. */
  private final double[][] u;

  private SymmetricInverse(double[][] a, Workers workers) {
    this.a = a;
    this.workers = workers;
    int n = a.length;
    diagonal = new double[n];
    for (int i = 0; i < n; i++) {
      diagonal[i] = a[i][i];
    }
    v = new double[n][Math.min(BLOCK, n)];
    u = new double[Math.min(BLOCK, n)][n];
  }

  /**
   * Replaces a matrix by its inverse.
   *
   * @param lower the lower triangle, row by row
   * @return false if the matrix is not positive definite, as far as {@code double} can tell; its
   *     entries are then anything
   * @throws InterruptedException if this thread is interrupted; the entries are then anything
   */
  static boolean invert(double[][] lower, Workers workers) throws InterruptedException {
    SymmetricInverse inverse = new SymmetricInverse(lower, workers);
    for (int first = 0; first < lower.length; first += BLOCK) {
      if (!inverse.sweep(first, Math.min(BLOCK, lower.length - first))) {
        return false;
      }
    }
    workers.forEach(
        lower.length,
        (i, none) -> {
          double[] row = lower[i];
          for (int j = 0; j < row.length; j++) {
            row[j] = -row[j];
          }
        });
    return true;
  }

  private boolean sweep(int first, int size) throws InterruptedException {
    double[][] d = block(first, size);
    if (!invertBlock(d, first)) {
      return false;
    }
    int chunks = (a.length + TILE - 1) / TILE;
    workers.forEach(chunks, (chunk, none) -> gather(chunk * TILE, first, size, d));
    // The longest rows first, so that the threads end together.
    workers.forEach(
        (a.length + 1) / 2,
        (pair, none) -> {
          int row = a.length - 2 - 2 * pair;
          update(Math.max(row, 0), row + 1, size);
        });
    for (int k = 0; k < size; k++) {
      double[] row = a[first + k];
      System.arraycopy(u[k], 0, row, 0, first);
      for (int l = 0; l <= k; l++) {
        row[first + l] = -d[k][l];
      }
    }
    workers.forEach(
        chunks,
        (chunk, none) -> {
          int end = Math.min(a.length, (chunk + 1) * TILE);
          for (int i = Math.max(first + size, chunk * TILE); i < end; i++) {
            for (int k = 0; k < size; k++) {
              a[i][first + k] = u[k][i];
            }
          }
        });
    return true;
  }

  /** D, both triangles. */
  private double[][] block(int first, int size) {
    double[][] d = new double[size][size];
    for (int k = 0; k < size; k++) {
      for (int l = 0; l <= k; l++) {
        d[k][l] = a[first + k][first + l];
        d[l][k] = d[k][l];
      }
    }
    return d;
  }

  /** Inverts D by one sweep after the other. */
  private boolean invertBlock(double[][] d, int first) {
    for (int k = 0; k < d.length; k++) {
      double pivot = d[k][k];
      if (!(pivot > SMALLEST_PIVOT * diagonal[first + k])) {
        return false;
      }
      double[] column = d[k].clone();
      for (int i = 0; i < d.length; i++) {
        for (int j = 0; j < d.length; j++) {
          d[i][j] -= column[i] * (column[j] / pivot);
        }
      }
      for (int i = 0; i < d.length; i++) {
        d[i][k] = column[i] / pivot;
        d[k][i] = d[i][k];
      }
      d[k][k] = -1 / pivot;
    }
    for (double[] row : d) {
      for (int j = 0; j < row.length; j++) {
        row[j] = -row[j];
      }
    }
    return true;
  }

  /** Sets V and {@code D^-1 V'} for some rows. */
  private void gather(int from, int first, int size, double[][] d) {
    int end = Math.min(a.length, from + TILE);
    for (int i = from; i < end; i++) {
      for (int k = 0; k < size; k++) {
        v[i][k] = i >= first + k ? a[i][first + k] : a[first + k][i];
      }
      for (int k = 0; k < size; k++) {
        double sum = 0;
        for (int l = 0; l < size; l++) {
          sum += d[k][l] * v[i][l];
        }
        u[k][i] = sum;
      }
    }
  }

  /** Subtracts {@code V_i D^-1 V'} from two rows, or from one that is named twice. */
  private void update(int i, int j, int size) {
    for (int from = 0; from <= j; from += TILE) {
      int shared = Math.min(i + 1, from + TILE);
      int k = 0;
      for (; k + 4 <= size; k += 4) {
        if (i < j) {
          subtract(a[i], a[j], v[i], v[j], k, from, shared);
          subtract(a[j], v[j], k, Math.max(from, shared), Math.min(j + 1, from + TILE));
        } else {
          subtract(a[j], v[j], k, from, shared);
        }
      }
      for (; k < size; k++) {
        for (int row = i; row <= j; row++) {
          subtractOne(a[row], v[row][k], u[k], from, Math.min(row + 1, from + TILE));
        }
      }
    }
  }

  private void subtract(double[] p, double[] q, double[] vp, double[] vq, int k, int from, int to) {
    double[] u0 = u[k];
    double[] u1 = u[k + 1];
    double[] u2 = u[k + 2];
    double[] u3 = u[k + 3];
    double p0 = vp[k];
    double p1 = vp[k + 1];
    double p2 = vp[k + 2];
    double p3 = vp[k + 3];
    double q0 = vq[k];
    double q1 = vq[k + 1];
    double q2 = vq[k + 2];
    double q3 = vq[k + 3];
    for (int c = from; c < to; c++) {
      double a0 = u0[c];
      double a1 = u1[c];
      double a2 = u2[c];
      double a3 = u3[c];
      double pc = p[c] - (p0 * a0 + p1 * a1 + p2 * a2 + p3 * a3);
      double qc = q[c] - (q0 * a0 + q1 * a1 + q2 * a2 + q3 * a3);
      p[c] = pc;
      q[c] = qc;
    }
  }

  private void subtract(double[] p, double[] vp, int k, int from, int to) {
    double[] u0 = u[k];
    double[] u1 = u[k + 1];
    double[] u2 = u[k + 2];
    double[] u3 = u[k + 3];
    double p0 = vp[k];
    double p1 = vp[k + 1];
    double p2 = vp[k + 2];
    double p3 = vp[k + 3];
    for (int c = from; c < to; c++) {
      p[c] -= p0 * u0[c] + p1 * u1[c] + p2 * u2[c] + p3 * u3[c];
    }
  }

  private static void subtractOne(double[] p, double factor, double[] u, int from, int to) {
    for (int c = from; c < to; c++) {
      p[c] -= factor * u[c];
    }
  }
}
