package io.reelrecs.train.regression;

import io.reelrecs.train.parallel.Workers;

/** Symmetric matrices of which one triangle was computed. */
final class Symmetric {

  /** Rows and columns that are turned at once, few enough for the first-level cache. */
  private static final int TILE = 32;

  private Symmetric() {}

  /** Copies the lower triangle to the upper. */
  static void mirror(float[][] matrix, Workers workers) throws InterruptedException {
    int n = matrix.length;
    workers.forEach(
        (n + TILE - 1) / TILE,
        (tile, none) -> {
          for (int column = tile * TILE; column < n; column += TILE) {
            mirror(matrix, tile * TILE, column);
          }
        });
  }

  private static void mirror(float[][] matrix, int firstRow, int firstColumn) {
    int lastRow = Math.min(matrix.length, firstRow + TILE);
    int lastColumn = Math.min(matrix.length, firstColumn + TILE);
    for (int row = firstRow; row < lastRow; row++) {
      for (int column = Math.max(row + 1, firstColumn); column < lastColumn; column++) {
        matrix[row][column] = matrix[column][row];
      }
    }
  }

  /**
   * The whole matrix, renumbered.
   *
   * @param lower a matrix of which the lower triangle is read
   * @param numbers for each row and column its number in the result
   */
  static float[][] renumbered(float[][] lower, int[] numbers, Workers workers)
      throws InterruptedException {
    int n = lower.length;
    float[][] whole = new float[n][n];
    workers.forEach(
        n,
        (i, none) -> {
          float[] from = lower[i];
          float[] row = whole[numbers[i]];
          for (int j = 0; j <= i; j++) {
            row[numbers[j]] = from[j];
            whole[numbers[j]][numbers[i]] = from[j];
          }
        });
    return whole;
  }
}
