package io.reelrecs.core.kernel;

/**
 * The dot products of one row with all queries of a block, summed in registers.
 *
 * <p>The idea: the queries stand side by side, {@link Kernel#lanes} of them at each column, zeros
 * where one has no value. For each posting of the row, one load brings what all queries have in its
 * column; it is multiplied by the posting's value and added to registers that hold one sum per
 * query. Nothing is stored but the end.
 *
 * <p>A posting is one {@code int}: the column in the upper 24 bits and the value in the lower 8,
 * unsigned. Real values, which do not fit, stand in an array of their own at the postings' places.
 */
public interface RowWalk {

  /** The largest value that a posting or a query of bytes can hold. */
  int MOST_VALUE = 255;

  /** The first column that a posting cannot name. */
  int MOST_COLUMNS = 1 << 24;

  /** A posting. */
  static int posting(int column, int value) {
    return column << Byte.SIZE | value;
  }

  /**
   * Where the value of a lane stands among the bytes of a column.
   *
   * <p>Lane {@code i} and lane {@code lanes / 2 + i} share a 16-bit element of the register, the
   * first in its lower byte.
   */
  static int byteOf(int lane, int lanes) {
    int half = lanes / 2;
    return 2 * (lane % half) + lane / half;
  }

  /**
   * 16-bit sums of a row, see {@link Kernel#ZERO}.
   *
   * @param query for column {@code c}, the bytes {@code c * lanes .. c * lanes + lanes - 1}, in the
   *     order of {@link #byteOf}
   * @param sums takes the sums of all lanes from {@code at} on
   */
  void sumShorts(int[] postings, int from, int to, byte[] query, short[] sums, int at);

  /**
   * Sums of {@code double} of a row.
   *
   * @param place for each column, where its lanes begin in {@code query}
   */
  void sumDoubles(
      int[] postings, int from, int to, int[] place, double[] query, double[] sums, int at);

  /** The same for real values, {@code values[p]} being that of {@code postings[p]}. */
  void sumReals(
      int[] postings,
      double[] values,
      int from,
      int to,
      int[] place,
      double[] query,
      double[] sums,
      int at);
}
