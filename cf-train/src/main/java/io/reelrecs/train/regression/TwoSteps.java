package io.reelrecs.train.regression;

import java.util.Arrays;

/**
 * The square of a symmetric matrix, of which one triangle is computed: rows of the matrix times
 * entries of the matrix, in blocks that stay in the second-level cache while four rows of the
 * square at a time are added up from four rows of the matrix at a time.
 *
 * <p>An entry is the sum over k in ascending order, four products together. Cost: n^3 / 2
 * multiplications and as many additions.
 */
final class TwoSteps {

  private static final int UNIT = 4;

  /** Rows of the square that one thread works on at a time. */
  private static final int ROWS = 64;

  private static final int BLOCK = 256;
  private static final int COLUMNS = 512;

  private final float[][] matrix;
  private final float[][] square;

  TwoSteps(float[][] matrix) {
    this.matrix = matrix;
    square = new float[matrix.length][];
  }

  float[][] square(Workers workers, Effort effort) throws InterruptedException {
    int n = matrix.length;
    int items = (n + ROWS - 1) / ROWS;
    workers.forEach(
        items,
        (i, none) -> {
          int from = (items - 1 - i) * ROWS; // the long rows first
          int to = Math.min(n, from + ROWS);
          rows(from, to);
          effort.add((long) (to - from) * to);
        });
    return square;
  }

  private void rows(int from, int to) {
    int n = matrix.length;
    for (int row = from; row < to; row++) {
      square[row] = new float[to];
    }
    float[][] tile = new float[BLOCK][COLUMNS];
    float[][] sums = new float[UNIT][COLUMNS];
    for (int columns = 0; columns < to; columns += COLUMNS) {
      int width = Math.min(COLUMNS, to - columns);
      for (int k = 0; k < n; k += BLOCK) {
        int depth = Math.min(BLOCK, n - k);
        for (int d = 0; d < depth; d++) {
          System.arraycopy(matrix[k + d], columns, tile[d], 0, width);
        }
        for (int d = depth; d % UNIT != 0; d++) {
          Arrays.fill(tile[d], 0);
        }
        for (int row = from; row < to; row += UNIT) {
          block(row, Math.min(UNIT, to - row), columns, width, k, depth, tile, sums);
        }
      }
    }
  }

  private void block(
      int row, int rows, int columns, int width, int k, int depth, float[][] tile, float[][] sums) {
    float[][] f = new float[UNIT][BLOCK];
    for (int r = 0; r < rows; r++) {
      System.arraycopy(square[row + r], columns, sums[r], 0, width);
      System.arraycopy(matrix[row + r], k, f[r], 0, depth);
    }
    for (int d = 0; d < depth; d += UNIT) {
      add(sums, f, tile, d, width);
    }
    for (int r = 0; r < rows; r++) {
      System.arraycopy(sums[r], 0, square[row + r], columns, width);
    }
  }

  private static void add(float[][] sums, float[][] f, float[][] tile, int d, int width) {
    float[] s0 = sums[0];
    float[] s1 = sums[1];
    float[] s2 = sums[2];
    float[] s3 = sums[3];
    float[] t0 = tile[d];
    float[] t1 = tile[d + 1];
    float[] t2 = tile[d + 2];
    float[] t3 = tile[d + 3];
    float f00 = f[0][d];
    float f01 = f[0][d + 1];
    float f02 = f[0][d + 2];
    float f03 = f[0][d + 3];
    float f10 = f[1][d];
    float f11 = f[1][d + 1];
    float f12 = f[1][d + 2];
    float f13 = f[1][d + 3];
    float f20 = f[2][d];
    float f21 = f[2][d + 1];
    float f22 = f[2][d + 2];
    float f23 = f[2][d + 3];
    float f30 = f[3][d];
    float f31 = f[3][d + 1];
    float f32 = f[3][d + 2];
    float f33 = f[3][d + 3];
    for (int j = 0; j < width; j++) {
      float a = t0[j];
      float b = t1[j];
      float c = t2[j];
      float e = t3[j];
      s0[j] += (f00 * a + f01 * b) + (f02 * c + f03 * e);
      s1[j] += (f10 * a + f11 * b) + (f12 * c + f13 * e);
      s2[j] += (f20 * a + f21 * b) + (f22 * c + f23 * e);
      s3[j] += (f30 * a + f31 * b) + (f32 * c + f33 * e);
    }
  }
}
