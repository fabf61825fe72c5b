package io.reelrecs.train.regression;

/** Copies one triangle of a symmetric matrix to the other. */
final class Mirror {

  /** Rows and columns that are turned at once, few enough for the first-level cache. */
  private static final int TILE = 32;

  private Mirror() {}

  /** Makes a matrix symmetric, of which the lower triangle and the diagonal are there. */
  static void lowerToUpper(float[][] matrix, Workers workers) throws InterruptedException {
    int n = matrix.length;
    workers.forEach(
        (n + TILE - 1) / TILE,
        (tile, none) -> {
          int from = tile * TILE;
          for (int column = from; column < n; column += TILE) {
            turn(matrix, from, column);
          }
        });
  }

  private static void turn(float[][] matrix, int firstRow, int firstColumn) {
    int lastRow = Math.min(matrix.length, firstRow + TILE);
    int lastColumn = Math.min(matrix.length, firstColumn + TILE);
    for (int row = firstRow; row < lastRow; row++) {
      for (int column = Math.max(row + 1, firstColumn); column < lastColumn; column++) {
        matrix[row][column] = matrix[column][row];
      }
    }
  }

  /** A whole matrix with rows and columns where they were before. */
  static float[][] inOldOrder(float[][] lower, int[] things, Workers workers)
      throws InterruptedException {
    int n = lower.length;
    float[][] whole = new float[n][n];
    workers.forEach(
        n,
        (i, none) -> {
          float[] row = whole[things[i]];
          for (int j = 0; j <= i; j++) {
            row[things[j]] = lower[i][j];
            whole[things[j]][things[i]] = lower[i][j];
          }
        });
    return whole;
  }
}
