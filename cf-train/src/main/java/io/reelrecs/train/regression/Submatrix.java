package io.reelrecs.train.regression;

/**
 * The rows and columns of some things out of a symmetric matrix of which the lower triangle is
 * there: gathered once, multiplied with several times. Grows with the largest; 4 bytes for each
 * pair of things. Not thread-safe.
 */
final class Submatrix {

  /** Rows that are gathered at once: half a line of the cache for their mirror image. */
  private static final int ROWS = 8;

  private float[][] rows = {};

  /** The bytes that so many things take. */
  static double bytes(int things) {
    return (double) things * things * Float.BYTES;
  }

  /** An entry on the diagonal. */
  float diagonal(int i) {
    return rows[i][i];
  }

  /**
   * Gathers the things of a line.
   *
   * @param lower the matrix
   * @param index numbers of the things, ascending
   * @param from where in {@code index} they begin
   * @param size how many there are
   */
  void gather(float[][] lower, int[] index, int from, int size) {
    if (rows.length < size) {
      rows = new float[size][size];
    }
    int i = 0;
    for (; i + ROWS <= size; i += ROWS) {
      gatherEight(lower, index, from, i);
      for (int row = i; row < i + ROWS; row++) {
        gather(lower[index[from + row]], index, from, row, i);
      }
    }
    for (; i < size; i++) {
      gather(lower[index[from + i]], index, from, i, 0);
    }
  }

  /** Eight rows up to the first one's diagonal, and their mirror image. */
  private void gatherEight(float[][] lower, int[] index, int from, int i) {
    float[] s0 = lower[index[from + i]];
    float[] s1 = lower[index[from + i + 1]];
    float[] s2 = lower[index[from + i + 2]];
    float[] s3 = lower[index[from + i + 3]];
    float[] s4 = lower[index[from + i + 4]];
    float[] s5 = lower[index[from + i + 5]];
    float[] s6 = lower[index[from + i + 6]];
    float[] s7 = lower[index[from + i + 7]];
    float[] r0 = rows[i];
    float[] r1 = rows[i + 1];
    float[] r2 = rows[i + 2];
    float[] r3 = rows[i + 3];
    float[] r4 = rows[i + 4];
    float[] r5 = rows[i + 5];
    float[] r6 = rows[i + 6];
    float[] r7 = rows[i + 7];
    for (int j = 0; j < i; j++) {
      int column = index[from + j];
      float[] mirror = rows[j];
      mirror[i] = r0[j] = s0[column];
      mirror[i + 1] = r1[j] = s1[column];
      mirror[i + 2] = r2[j] = s2[column];
      mirror[i + 3] = r3[j] = s3[column];
      mirror[i + 4] = r4[j] = s4[column];
      mirror[i + 5] = r5[j] = s5[column];
      mirror[i + 6] = r6[j] = s6[column];
      mirror[i + 7] = r7[j] = s7[column];
    }
  }

  /** A row from a column to the diagonal, and its mirror image. */
  private void gather(float[] source, int[] index, int from, int row, int firstColumn) {
    float[] target = rows[row];
    for (int j = firstColumn; j <= row; j++) {
      float value = source[index[from + j]];
      target[j] = value;
      rows[j][row] = value;
    }
  }

  /** Adds the product with a vector to {@code sums}. */
  void addProduct(float[] sums, float[] vector, int size) {
    Axpy.addRows(sums, rows, vector, size, size);
  }
}
