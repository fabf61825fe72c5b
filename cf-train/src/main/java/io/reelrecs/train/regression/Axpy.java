package io.reelrecs.train.regression;

/**
 * Sums of multiples of rows, entry by entry. Each entry is a sum of its own, in an order that the
 * source gives, so that the compiler may use vector instructions and the result stays the same
 * bits. Callers see to it that all rows are long enough.
 */
final class Axpy {

  /** Rows that are added at once: fewer, and the sums would be read and written too often. */
  static final int ROWS = 8;

  private Axpy() {}

  /**
   * Adds {@code factor[i] rows[i]} to {@code sums}, over {@code i < count} and {@code j < size}.
   */
  static void addRows(float[] sums, float[][] rows, float[] factor, int count, int size) {
    int i = 0;
    for (; i + ROWS <= count; i += ROWS) {
      addEight(sums, rows, factor, i, size);
    }
    for (; i < count; i++) {
      add(sums, rows[i], factor[i], size);
    }
  }

  private static void addEight(float[] sums, float[][] rows, float[] factor, int i, int size) {
    float f0 = factor[i];
    float f1 = factor[i + 1];
    float f2 = factor[i + 2];
    float f3 = factor[i + 3];
    float f4 = factor[i + 4];
    float f5 = factor[i + 5];
    float f6 = factor[i + 6];
    float f7 = factor[i + 7];
    float[] r0 = rows[i];
    float[] r1 = rows[i + 1];
    float[] r2 = rows[i + 2];
    float[] r3 = rows[i + 3];
    float[] r4 = rows[i + 4];
    float[] r5 = rows[i + 5];
    float[] r6 = rows[i + 6];
    float[] r7 = rows[i + 7];
    for (int j = 0; j < size; j++) {
      sums[j] +=
          ((f0 * r0[j] + f1 * r1[j]) + (f2 * r2[j] + f3 * r3[j]))
              + ((f4 * r4[j] + f5 * r5[j]) + (f6 * r6[j] + f7 * r7[j]));
    }
  }

  static void add(float[] sums, float[] row, float factor, int size) {
    for (int j = 0; j < size; j++) {
      sums[j] += factor * row[j];
    }
  }
}
