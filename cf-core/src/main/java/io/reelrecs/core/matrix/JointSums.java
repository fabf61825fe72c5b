package io.reelrecs.core.matrix;

/**
 * Sums over some entries of a row of one to three matrices that lie beside each other: of the first
 * weighted, of the second as they are, of the third weighted by other weights. Of two matrices
 * there is no third sum; of a single one there is the third alone.
 *
 * <p>Weights are whole numbers, and so are the sums: exact, and the same in any order, as long as
 * there are fewer than 2^17 places and weights are of at most 2^30. Costs one look at memory for
 * each entry, least where the places ascend. Working memory of one thread.
 */
public final class JointSums {

  private double first;
  private double second;
  private double third;
  private int nonZero;

  /** All zero. */
  public JointSums() {}

  /** The weighted sum of the first matrix' entries, or 0 if there is but one matrix. */
  public double first() {
    return first;
  }

  /** The sum of the second matrix' entries, or 0 if there is but one matrix. */
  public double second() {
    return second;
  }

  /** The weighted sum of the third, or only, matrix' entries; 0 if there are two. */
  public double third() {
    return third;
  }

  /** How many of the last matrix' entries are not 0. */
  public int nonZero() {
    return nonZero;
  }

  /**
   * Sums over some entries of a row.
   *
   * @param matrices one, two or three
   * @param row of all of them
   * @param places of the columns, from {@link JointMatrices#places}
   * @param size how many of the places count
   * @param weight by place, what the first matrix' entries are multiplied by
   * @param otherWeight by place, what the third's are
   */
  public void take(
      JointMatrices matrices, int row, int[] places, int size, int[] weight, int[] otherWeight) {
    short[] numbers = matrices.cells().block(row);
    int start = matrices.cells().start(row);
    int last = matrices.size() - 1;
    nonZero = countNonZero(numbers, start + last, places, size);
    switch (last) {
      case 0 -> takeOne(numbers, start, places, size, otherWeight);
      case 1 -> takeTwo(numbers, start, places, size, weight);
      case 2 -> takeThree(numbers, start, places, size, weight, otherWeight);
      default -> throw new IllegalArgumentException("matrices must be at most three");
    }
    first *= matrices.step(0, row);
    second *= matrices.step(Math.min(1, last), row);
    third *= matrices.step(last, row);
  }

  /**
   * Counts, and at the same time brings the cells into the cache: so little is done for each that
   * the processor waits for many of them at once. With sums in the same loop it takes a third more.
   */
  private static int countNonZero(short[] numbers, int start, int[] places, int size) {
    int count = 0;
    for (int p = 0; p < size; p++) {
      int number = numbers[start + places[p]];
      count += (number | -number) >>> 31; // 1 for what is not 0, without a branch
    }
    return count;
  }

  private void takeOne(short[] numbers, int start, int[] places, int size, int[] weight) {
    long sum = 0;
    for (int p = 0; p < size; p++) {
      sum += (long) numbers[start + places[p]] * weight[p];
    }
    first = 0;
    second = 0;
    third = sum;
  }

  private void takeTwo(short[] numbers, int start, int[] places, int size, int[] weight) {
    long sum = 0;
    long plain = 0;
    for (int p = 0; p < size; p++) {
      int at = start + places[p];
      sum += (long) numbers[at] * weight[p];
      plain += numbers[at + 1];
    }
    first = sum;
    second = plain;
    third = 0;
  }

  private void takeThree(
      short[] numbers, int start, int[] places, int size, int[] weight, int[] otherWeight) {
    long sum = 0;
    long plain = 0;
    long otherSum = 0;
    for (int p = 0; p < size; p++) {
      int at = start + places[p];
      sum += (long) numbers[at] * weight[p];
      plain += numbers[at + 1];
      otherSum += (long) numbers[at + 2] * otherWeight[p];
    }
    first = sum;
    second = plain;
    third = otherSum;
  }
}
