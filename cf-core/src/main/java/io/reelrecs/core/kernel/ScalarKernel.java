package io.reelrecs.core.kernel;

/** One query at a time, in plain Java: the fallback, and the oracle of the vector kernel. */
final class ScalarKernel implements DotKernel {

  static final ScalarKernel INSTANCE = new ScalarKernel();

  private ScalarKernel() {}

  @Override
  public String name() {
    return "scalar";
  }

  @Override
  public int bits() {
    return 0;
  }

  @Override
  public int shortLanes() {
    return 1;
  }

  @Override
  public int intLanes() {
    return 1;
  }

  @Override
  public int doubleLanes() {
    return 1;
  }

  @Override
  public void addShorts(
      int[] rows, short[] values, int from, int to, short[] query, int queryAt, short[] acc) {
    int q = query[queryAt];
    for (int p = from; p < to; p++) {
      acc[rows[p]] += (short) (q * values[p]);
    }
  }

  @Override
  public void addInts(
      int[] rows, short[] values, int from, int to, int[] query, int queryAt, int[] acc) {
    int q = query[queryAt];
    for (int p = from; p < to; p++) {
      acc[rows[p]] += q * values[p];
    }
  }

  @Override
  public void addDoubles(
      int[] rows, double[] values, int from, int to, double[] query, int queryAt, double[] acc) {
    double q = query[queryAt];
    for (int p = from; p < to; p++) {
      acc[rows[p]] += q * values[p];
    }
  }
}
