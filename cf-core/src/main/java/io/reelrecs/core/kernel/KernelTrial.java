package io.reelrecs.core.kernel;

import java.util.Arrays;

/**
 * Runs all methods of a kernel on a little made-up data, and tells by the clock whether they are
 * compiled. Not thread-safe.
 */
final class KernelTrial {

  private static final int ROWS = Kernel.DENSE_ROWS;
  private static final int POSTINGS = 48;

  /** Calls of each method in a trial: the JIT counts calls as well as loops. */
  private static final int CALLS = 16;

  /**
   * A trial takes some 10 us when all is compiled, and milliseconds when something is not. Between
   * the two there is room for a slow machine.
   */
  private static final long FAST_NANOS = 200_000;

  /**
   * So many fast trials in a row, since a single one may be measured while nothing was compiled.
   */
  private static final int FAST_TRIALS = 3;

  private final Kernel kernel;
  private final int[] postings = new int[POSTINGS];
  private final double[] values = new double[POSTINGS];
  private final short[] query;
  private final double[] realQuery;
  private final short[] sums;
  private final double[] realSums;
  private final short[] cut;
  private final double[] realCut;
  private final short[] rowCut = new short[ROWS];
  private final double[] realRowCut = new double[ROWS];
  private final byte[] cells = new byte[ROWS];
  private final int[] at = new int[Kernel.DENSE];
  private final short[] factor = new short[Kernel.DENSE];
  private int fast;

  /** What was found, so that the finding is not optimized away. */
  private int found;

  KernelTrial(Kernel kernel) {
    this.kernel = kernel;
    query = new short[kernel.lanes()];
    realQuery = new double[kernel.lanes()];
    sums = new short[ROWS * kernel.lanes()];
    realSums = new double[ROWS * kernel.lanes()];
    cut = new short[kernel.lanes()];
    realCut = new double[kernel.lanes()];
    for (int i = 0; i < POSTINGS; i++) {
      postings[i] = i << 16 | 1;
    }
    Arrays.fill(cut, Short.MAX_VALUE);
    Arrays.fill(rowCut, Short.MAX_VALUE);
    Arrays.fill(realCut, 1);
    Arrays.fill(realRowCut, 1);
  }

  /** Runs a trial; true once trials are fast. */
  boolean run() {
    long start = System.nanoTime();
    for (int call = 0; call < CALLS; call++) {
      kernel.addShorts(postings, 0, POSTINGS, query, 0, sums);
      found += kernel.findShorts(sums, 0, ROWS, cut, rowCut);
      found += kernel.passingShorts(sums, 0, cut, rowCut);
      kernel.addDoubles(postings, 0, POSTINGS, realQuery, 0, realSums);
      kernel.addReals(postings, values, 0, POSTINGS, realQuery, 0, realSums);
      found += kernel.findDoubles(realSums, 0, ROWS, realCut, realRowCut);
      found += kernel.passingDoubles(realSums, 0, realCut, realRowCut);
      kernel.addDense(cells, at, factor, 0, sums, ROWS);
      found += kernel.findRow(sums, 0, ROWS, Short.MAX_VALUE);
    }
    boolean wasFast = System.nanoTime() - start < FAST_NANOS;
    fast = wasFast ? fast + 1 : 0;
    return fast >= FAST_TRIALS;
  }

  /** The rows found in all trials. */
  int found() {
    return found;
  }
}
