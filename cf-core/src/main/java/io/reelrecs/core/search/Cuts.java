package io.reelrecs.core.search;

import io.reelrecs.core.kernel.Kernel;

/**
 * What a sum has to reach to be looked at: the cut of its lane or that of its row, whichever is
 * lower. Working memory of one thread.
 *
 * <p>Cuts are given as a factor and a range of norms, {@code factor * norm}, and may be lower than
 * asked for, never higher.
 */
abstract class Cuts {

  /**
   * Far above the rounding of what cuts are computed from, floats among them (6e-8), and far below
   * anything that matters: it lets a little too much pass, never too little.
   */
  static final double MARGIN = 1e-6;

  final Kernel kernel;

  Cuts(Kernel kernel) {
    this.kernel = kernel;
  }

  /** Sets the cut of each lane: {@code factor[lane]} times a norm between these two. */
  abstract void ofLanes(double[] factor, double leastNorm, double mostNorm);

  /** Sets the cuts of a run's rows, as that of the lanes. */
  abstract void ofRows(double[] factor, int rows, double leastNorm, double mostNorm);

  /**
   * Tells which lanes pass, a bit for each.
   *
   * @param at where the run's sums begin
   * @param passing takes the lanes of each row of the run
   * @return whether any passes
   */
  abstract boolean passing(BlockSums sums, int at, int rows, long[] passing);

  /** A sum. */
  abstract double dot(BlockSums sums, int at);

  /** A number that is at most {@code factor} times any norm of the range. */
  static double cut(double factor, double leastNorm, double mostNorm) {
    if (Double.isInfinite(factor)) {
      return factor;
    }
    double cut = factor * (factor >= 0 ? leastNorm : mostNorm);
    return cut - Math.abs(cut) * MARGIN;
  }

  /** For sums of 16 bits. A sum of 0 never passes. */
  static final class Shorts extends Cuts {

    private static final int MOST = 65_535;

    private final short[] laneCut;
    private final short[] rowCut;

    Shorts(Kernel kernel, int runRows) {
      super(kernel);
      laneCut = new short[kernel.lanes()];
      rowCut = new short[runRows];
    }

    @Override
    void ofLanes(double[] factor, double leastNorm, double mostNorm) {
      for (int lane = 0; lane < laneCut.length; lane++) {
        laneCut[lane] = ofSum(cut(factor[lane], leastNorm, mostNorm));
      }
    }

    @Override
    void ofRows(double[] factor, int rows, double leastNorm, double mostNorm) {
      for (int row = 0; row < rows; row++) {
        rowCut[row] = ofSum(cut(factor[row], leastNorm, mostNorm));
      }
    }

    /** What a sum of at least this looks like; from 1 up. */
    static short ofSum(double least) {
      return (short) (Math.max(1, Math.min((int) least, MOST)) + Kernel.ZERO);
    }

    @Override
    boolean passing(BlockSums sums, int at, int rows, long[] passing) {
      return kernel.passingShorts(sums.shorts(), at, rows, laneCut, rowCut, passing);
    }

    @Override
    double dot(BlockSums sums, int at) {
      return sums.shorts()[at] - Kernel.ZERO;
    }
  }

  /** For sums of {@code double}. */
  static final class Doubles extends Cuts {

    private final double least;
    private final double[] laneCut;
    private final double[] rowCut;

    /** Cuts of which none is below {@code least}. */
    Doubles(Kernel kernel, int runRows, double least) {
      super(kernel);
      this.least = least;
      laneCut = new double[kernel.lanes()];
      rowCut = new double[runRows];
    }

    @Override
    void ofLanes(double[] factor, double leastNorm, double mostNorm) {
      for (int lane = 0; lane < laneCut.length; lane++) {
        laneCut[lane] = Math.max(least, cut(factor[lane], leastNorm, mostNorm));
      }
    }

    @Override
    void ofRows(double[] factor, int rows, double leastNorm, double mostNorm) {
      for (int row = 0; row < rows; row++) {
        rowCut[row] = Math.max(least, cut(factor[row], leastNorm, mostNorm));
      }
    }

    @Override
    boolean passing(BlockSums sums, int at, int rows, long[] passing) {
      return kernel.passingDoubles(sums.doubles(), at, rows, laneCut, rowCut, passing);
    }

    @Override
    double dot(BlockSums sums, int at) {
      return sums.doubles()[at];
    }
  }
}
