package io.reelrecs.core.search;

/**
 * The dot products of a block of queries with the rows of a tile. Working memory of one thread.
 *
 * <p>{@link #load} a block, {@link #begin} a tile, then {@link #fill} run after run: the sums of
 * the run then stand in {@link #shorts} or {@link #doubles}, lane by lane, the row's first one at
 * {@link #at}.
 */
abstract class BlockSums {

  /** Makes the rows {@code queries[from .. to - 1]} the queries of the first lanes. */
  abstract void load(int[] queries, int from, int to);

  /** Makes values, in ascending columns, the query of the first lane. */
  abstract void load(int[] columns, double[] values, int count);

  /**
   * Begins with a tile.
   *
   * @param first the first row, within the tile, whose sums will be asked for
   * @param narrow whether sums are to have 16 bits: only where they are proven to fit
   */
  abstract void begin(int tile, int first, boolean narrow);

  /** Sees to it that the sums of the tile's rows {@code from .. to - 1} are there. */
  abstract void fill(int from, int to);

  /** Where the sums of a row of the tile begin, if it is of the run that was last filled. */
  abstract int at(int row);

  /** 16-bit sums, see {@link io.reelrecs.core.kernel.Kernel#ZERO}. */
  abstract short[] shorts();

  /** Sums of {@code double}. */
  abstract double[] doubles();
}
