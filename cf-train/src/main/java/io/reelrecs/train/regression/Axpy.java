package io.reelrecs.train.regression;

/**
 * Sums of multiples of rows, entry by entry. Each entry is a sum of its own, in an order that the
 * source gives, so that the compiler may use vector instructions and the result stays the same
 * bits. Callers see to it that all rows are long enough.
 *
 * <p>The loops are as large as they may be: with one more product, the compiler of JDK 17 no longer
 * unrolls them far enough to make vectors of them.
 */
final class Axpy {

  private Axpy() {}

  /**
   * Adds {@code factor[i] rows[i]} to {@code sums}, over {@code i < count} and {@code j < size}.
   */
  static void addRows(float[] sums, float[][] rows, float[] factor, int count, int size) {
    int i = 0;
    for (; i + 4 <= count; i += 4) {
      addFour(sums, rows, factor, i, size);
    }
    for (; i < count; i++) {
      add(sums, rows[i], factor[i], size);
    }
  }

  private static void addFour(float[] sums, float[][] rows, float[] factor, int i, int size) {
    float f0 = factor[i];
    float f1 = factor[i + 1];
    float f2 = factor[i + 2];
    float f3 = factor[i + 3];
    float[] r0 = rows[i];
    float[] r1 = rows[i + 1];
    float[] r2 = rows[i + 2];
    float[] r3 = rows[i + 3];
    for (int j = 0; j < size; j++) {
      sums[j] += (f0 * r0[j] + f1 * r1[j]) + (f2 * r2[j] + f3 * r3[j]);
    }
  }

  private static void add(float[] sums, float[] row, float factor, int size) {
    for (int j = 0; j < size; j++) {
      sums[j] += factor * row[j];
    }
  }

  /**
   * Adds to two sums three rows each: {@code rows[i], rows[i + 1], rows[i + 2]} times the entries
   * {@code i, i + 1, i + 2} of each one's factors.
   */
  static void addThreeToTwo(
      float[] sums0,
      float[] sums1,
      float[][] rows,
      float[] factors0,
      float[] factors1,
      int i,
      int size) {
    float f00 = factors0[i];
    float f01 = factors0[i + 1];
    float f02 = factors0[i + 2];
    float f10 = factors1[i];
    float f11 = factors1[i + 1];
    float f12 = factors1[i + 2];
    float[] r0 = rows[i];
    float[] r1 = rows[i + 1];
    float[] r2 = rows[i + 2];
    for (int j = 0; j < size; j++) {
      sums0[j] += (f00 * r0[j] + f01 * r1[j]) + f02 * r2[j];
      sums1[j] += (f10 * r0[j] + f11 * r1[j]) + f12 * r2[j];
    }
  }
}
