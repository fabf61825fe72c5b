package io.reelrecs.core.kernel;

/** One query at a time, in plain Java: the fallback, and the oracle of the vector kernel. */
final class ScalarKernel implements Kernel {

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
  public int lanes() {
    return 1;
  }

  @Override
  public void addShorts(
      int[] postings, int from, int to, short[] query, int queryAt, short[] sums) {
    int q = query[queryAt];
    for (int p = from; p < to; p++) {
      int posting = postings[p];
      sums[posting >>> 16] += (short) (q * (short) posting);
    }
  }

  @Override
  public void addDoubles(
      int[] postings, int from, int to, double[] query, int queryAt, double[] sums) {
    double q = query[queryAt];
    for (int p = from; p < to; p++) {
      int posting = postings[p];
      sums[posting >>> 16] += q * (short) posting;
    }
  }

  @Override
  public void addReals(
      int[] postings,
      double[] values,
      int from,
      int to,
      double[] query,
      int queryAt,
      double[] sums) {
    double q = query[queryAt];
    for (int p = from; p < to; p++) {
      sums[postings[p] >>> 16] += q * values[p];
    }
  }

  @Override
  public int findShorts(short[] sums, int from, int to, short[] laneCut, short[] rowCut) {
    int row = from;
    short cut = laneCut[0];
    while (row < to && sums[row] < cut && sums[row] < rowCut[row]) {
      row++;
    }
    return row;
  }

  @Override
  public int passingShorts(short[] sums, int row, short[] laneCut, short[] rowCut) {
    return sums[row] >= laneCut[0] || sums[row] >= rowCut[row] ? 1 : 0;
  }

  @Override
  public int findDoubles(double[] sums, int from, int to, double[] laneCut, double[] rowCut) {
    int row = from;
    double cut = laneCut[0];
    while (row < to && sums[row] < cut && sums[row] < rowCut[row]) {
      row++;
    }
    return row;
  }

  @Override
  public int passingDoubles(double[] sums, int row, double[] laneCut, double[] rowCut) {
    return sums[row] >= laneCut[0] || sums[row] >= rowCut[row] ? 1 : 0;
  }

  @Override
  public void addDense(byte[] cells, int[] at, short[] factor, int first, short[] sums, int rows) {
    for (int row = 0; row < rows; row++) {
      int cell = Kernel.cellOf(row);
      int sum = sums[row];
      for (int c = first; c < first + DENSE; c++) {
        sum += factor[c] * Byte.toUnsignedInt(cells[at[c] + cell]);
      }
      sums[row] = (short) sum;
    }
  }

  @Override
  public int findRow(short[] sums, int from, int to, short cut) {
    int row = from;
    while (row < to && sums[row] < cut) {
      row++;
    }
    return row;
  }
}
