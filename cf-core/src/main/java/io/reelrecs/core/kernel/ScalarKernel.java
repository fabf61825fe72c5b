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
  public RowWalk rowWalk() {
    return null;
  }

  @Override
  public boolean passingShorts(
      short[] sums, int at, int rows, short[] laneCut, short[] rowCut, long[] passing) {
    short cut = laneCut[0];
    long any = 0;
    for (int row = 0; row < rows; row++) {
      passing[row] = sums[at + row] >= cut || sums[at + row] >= rowCut[row] ? 1 : 0;
      any |= passing[row];
    }
    return any != 0;
  }

  @Override
  public boolean passingDoubles(
      double[] sums, int at, int rows, double[] laneCut, double[] rowCut, long[] passing) {
    double cut = laneCut[0];
    long any = 0;
    for (int row = 0; row < rows; row++) {
      passing[row] = sums[at + row] >= cut || sums[at + row] >= rowCut[row] ? 1 : 0;
      any |= passing[row];
    }
    return any != 0;
  }

  @Override
  public void insert(
      double[] scores, double[] indexes, int at, int length, double score, double index) {
    int place = at + length - 1;
    while (scores[place - 1] < score
        || (scores[place - 1] == score && indexes[place - 1] > index)) {
      scores[place] = scores[place - 1];
      indexes[place] = indexes[place - 1];
      place--;
    }
    if (scores[place] < score || (scores[place] == score && indexes[place] > index)) {
      scores[place] = score;
      indexes[place] = index;
    }
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
