package io.reelrecs.core.search;

import io.reelrecs.core.kernel.Kernel;
import java.util.Arrays;

/**
 * The dot products of a block of queries with the rows of one tile: {@link #accumulate}, set the
 * cuts, then {@link #find} what reaches them. Working memory of one thread.
 *
 * <p>A sum passes if it reaches its lane's cut or its row's. Cuts are given as a factor and a range
 * of norms, {@code factor * norm}, and may be lower than asked for, never higher.
 */
abstract class TileSums {

  /**
   * Far above the rounding of what cuts are computed from, floats among them (6e-8), and far below
   * anything that matters: it lets a little too much pass, never too little.
   */
  private static final double MARGIN = 1e-6;

  final Kernel kernel;
  final TiledPostings postings;

  TileSums(Kernel kernel, TiledPostings postings) {
    this.kernel = kernel;
    this.postings = postings;
  }

  /** Computes the sums of a tile's rows from {@code first} on. */
  final void accumulate(QueryBlock block, int tile, int first) {
    clear(first, postings.rows(tile));
    for (int rank = 0; rank < block.columns(); rank++) {
      int column = block.column(rank);
      int from = postings.from(tile, column);
      int to = postings.to(tile, column);
      if (first > 0) {
        from = postings.firstFrom(from, to, first);
      }
      if (from < to) {
        add(block, rank, from, to);
      }
    }
  }

  abstract void clear(int from, int to);

  abstract void add(QueryBlock block, int rank, int from, int to);

  /** Sets the cut of each lane: {@code factor[lane]} times a norm between these two. */
  abstract void cutLanes(double[] factor, double leastNorm, double mostNorm);

  /** Sets the cut of some rows, as that of the lanes. */
  abstract void cutRows(double[] factor, int from, int to, double leastNorm, double mostNorm);

  /**
   * The first row of {@code from .. to - 1} with a sum that passes, {@code to} if there is none.
   */
  abstract int find(int from, int to);

  /** The lanes of a row that pass, a bit for each. */
  abstract int passing(int row);

  /** A sum. */
  abstract double dot(int row, int lane);

  /** A number that is at most {@code factor} times any norm of the range. */
  static double cut(double factor, double leastNorm, double mostNorm) {
    if (Double.isInfinite(factor)) {
      return factor;
    }
    double cut = factor * (factor >= 0 ? leastNorm : mostNorm);
    return cut - Math.abs(cut) * MARGIN;
  }

  /**
   * Sums of 16 bits, for values that are whole and not negative and a tile that is proven to fit,
   * see {@link BlockSearch}. A sum of 0 never passes.
   */
  static final class Shorts extends TileSums {

    private static final int MOST = 65_535;

    private final short[] sums;
    private final short[] laneCut;
    private final short[] rowCut;

    Shorts(Kernel kernel, TiledPostings postings) {
      super(kernel, postings);
      sums = new short[Math.multiplyExact(postings.tileRows(), kernel.lanes())];
      laneCut = new short[kernel.lanes()];
      rowCut = new short[postings.tileRows()];
    }

    @Override
    void clear(int from, int to) {
      Arrays.fill(sums, from * kernel.lanes(), to * kernel.lanes(), Kernel.ZERO);
    }

    @Override
    void add(QueryBlock block, int rank, int from, int to) {
      kernel.addShorts(postings.postings(), from, to, block.steps(), rank * kernel.lanes(), sums);
    }

    @Override
    void cutLanes(double[] factor, double leastNorm, double mostNorm) {
      for (int lane = 0; lane < laneCut.length; lane++) {
        laneCut[lane] = ofSum(cut(factor[lane], leastNorm, mostNorm));
      }
    }

    @Override
    void cutRows(double[] factor, int from, int to, double leastNorm, double mostNorm) {
      for (int row = from; row < to; row++) {
        rowCut[row] = ofSum(cut(factor[row - from], leastNorm, mostNorm));
      }
    }

    /** What a sum of at least this looks like; from 1 up. */
    static short ofSum(double least) {
      return (short) (Math.max(1, Math.min((int) least, MOST)) + Kernel.ZERO);
    }

    @Override
    int find(int from, int to) {
      return kernel.findShorts(sums, from, to, laneCut, rowCut);
    }

    @Override
    int passing(int row) {
      return kernel.passingShorts(sums, row, laneCut, rowCut);
    }

    @Override
    double dot(int row, int lane) {
      return sums[row * kernel.lanes() + lane] - Kernel.ZERO;
    }
  }

  /** Sums of {@code double}, for all the rest; of whole numbers they are exact up to 2^53. */
  static final class Doubles extends TileSums {

    private final double least;
    private final double[] sums;
    private final double[] laneCut;
    private final double[] rowCut;

    /** Sums of which none below {@code least} passes. */
    Doubles(Kernel kernel, TiledPostings postings, double least) {
      super(kernel, postings);
      this.least = least;
      sums = new double[Math.multiplyExact(postings.tileRows(), kernel.lanes())];
      laneCut = new double[kernel.lanes()];
      rowCut = new double[postings.tileRows()];
    }

    @Override
    void clear(int from, int to) {
      Arrays.fill(sums, from * kernel.lanes(), to * kernel.lanes(), 0);
    }

    @Override
    void add(QueryBlock block, int rank, int from, int to) {
      int at = rank * kernel.lanes();
      if (postings.values() == null) {
        kernel.addDoubles(postings.postings(), from, to, block.values(), at, sums);
      } else {
        kernel.addReals(postings.postings(), postings.values(), from, to, block.values(), at, sums);
      }
    }

    @Override
    void cutLanes(double[] factor, double leastNorm, double mostNorm) {
      for (int lane = 0; lane < laneCut.length; lane++) {
        laneCut[lane] = Math.max(least, cut(factor[lane], leastNorm, mostNorm));
      }
    }

    @Override
    void cutRows(double[] factor, int from, int to, double leastNorm, double mostNorm) {
      for (int row = from; row < to; row++) {
        rowCut[row] = Math.max(least, cut(factor[row - from], leastNorm, mostNorm));
      }
    }

    @Override
    int find(int from, int to) {
      return kernel.findDoubles(sums, from, to, laneCut, rowCut);
    }

    @Override
    int passing(int row) {
      return kernel.passingDoubles(sums, row, laneCut, rowCut);
    }

    @Override
    double dot(int row, int lane) {
      return sums[row * kernel.lanes() + lane];
    }
  }
}
