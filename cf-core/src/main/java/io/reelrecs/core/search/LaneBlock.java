package io.reelrecs.core.search;

import io.reelrecs.core.kernel.DotKernel;
import io.reelrecs.core.matrix.RatingMatrix;
import io.reelrecs.core.matrix.UnitRows;
import java.util.Arrays;

/**
 * A block of query rows and their dot products with all rows: load lanes, {@link #accumulate}, read
 * {@link #dots}, {@link #clear}. Working memory of one search; not thread-safe.
 *
 * <p>The width of the sums is chosen by proof, see {@link #of}.
 */
abstract class LaneBlock {

  /** Largest sum that 16 bits hold, read as an unsigned number. */
  private static final double MAX_SHORT_SUM = 65_535;

  private final Postings postings;
  private final UnitRows rows;
  private final int lanes;

  /** One bit per column that some lane has a value in. */
  private final long[] used;

  LaneBlock(UnitRows rows, Postings postings, int lanes) {
    this.rows = rows;
    this.postings = postings;
    this.lanes = lanes;
    used = new long[(rows.columns() + Long.SIZE - 1) / Long.SIZE];
  }

  /**
   * A block with the narrowest sums that are exact for these rows. By Cauchy-Schwarz no dot product
   * exceeds the largest squared norm; if no value is negative, every sum is between 0 and that. 16
   * bits are safe up to 65,535, 32 bits up to 2^31 - 1 of either sign; beyond that, and for real
   * rows, sums are {@code double}, which is exact for whole numbers up to 2^53.
   */
  static LaneBlock of(UnitRows rows, Postings postings, DotKernel kernel) {
    double bound = rows.largestSquaredNorm();
    if (postings.steps == null) {
      return new DoubleLaneBlock(rows, postings, kernel);
    }
    if (bound <= MAX_SHORT_SUM && rows.matrix().scale().lo() >= 0) {
      return new ShortLaneBlock(rows, postings, kernel);
    }
    return new IntLaneBlock(rows, postings, kernel);
  }

  /** How many queries this block holds. */
  final int lanes() {
    return lanes;
  }

  /** Makes a row the query of a lane. */
  final void load(int lane, int row) {
    RatingMatrix matrix = rows.matrix();
    for (int p = matrix.rowStart(row); p < matrix.rowEnd(row); p++) {
      int column = matrix.movieAt(p);
      used[column / Long.SIZE] |= 1L << column;
      put(column * lanes + lane, p);
    }
  }

  /** Computes all dot products of the loaded lanes, column by ascending column. */
  final void accumulate() {
    for (int word = 0; word < used.length; word++) {
      for (long bits = used[word]; bits != 0; bits &= bits - 1) {
        int column = word * Long.SIZE + Long.numberOfTrailingZeros(bits);
        add(column * lanes, postings.start[column], postings.start[column + 1]);
      }
    }
  }

  /** Forgets queries and dot products. */
  final void clear() {
    for (int word = 0; word < used.length; word++) {
      for (long bits = used[word]; bits != 0; bits &= bits - 1) {
        int column = word * Long.SIZE + Long.numberOfTrailingZeros(bits);
        clearQuery(column * lanes, (column + 1) * lanes);
      }
    }
    Arrays.fill(used, 0);
    clearSums();
  }

  /** The length of the flat arrays, a group of lanes for each of {@code count}. */
  static int flat(int count, int lanes) {
    return Math.multiplyExact(count, lanes);
  }

  /** Sets one query value, {@code at} its place in the flat table, from the row's position. */
  abstract void put(int at, int position);

  /** Adds the postings {@code from .. to - 1} of the column whose lanes start at {@code at}. */
  abstract void add(int at, int from, int to);

  /** Writes the dot products of all lanes with a row to {@code out[0 .. lanes() - 1]}. */
  abstract void dots(int row, double[] out);

  abstract void clearQuery(int from, int to);

  abstract void clearSums();
}
