package io.reelrecs.core.kernel;

/**
 * The inner loops of the search, for a tile of rows.
 *
 * <p>The idea: a block holds as many queries as the kernel has {@link #lanes}. Lane {@code i} of
 * {@code query} is the value of query {@code i} in one column; {@code sums} holds one group of
 * lanes per row of the tile. For each posting (row, value) of the column, {@code sums[row * lanes +
 * i] += query[i] * value} for all lanes at once. A column after another, that makes all dot
 * products of the block with the tile, summed in the order of the columns whatever the number of
 * lanes. After that the <em>find</em> methods look for the few sums that reach a cut.
 *
 * <p>A posting is one {@code int}: the row within its tile in the upper 16 bits, the value as a
 * signed whole number in the lower 16.
 *
 * <p>16-bit sums start at {@link #ZERO}, so that the signed comparison orders {@code [0, 65535]}.
 * They wrap around, which is exact as long as the final sum is in that range: for the caller to
 * prove. Sums of {@code double} round each product before it is added, so that they are the same
 * bits on every kernel.
 */
public interface Kernel {

  /** What a 16-bit sum of nothing is: 0 is the lowest {@code short}, 65,535 the highest. */
  short ZERO = Short.MIN_VALUE;

  /** A name for people: "scalar", "vector-512". */
  String name();

  /** Width of a vector register in bits; 0 for the scalar kernel. */
  int bits();

  /** Queries in a block, 1 to 32. */
  int lanes();

  /** Adds the postings {@code from .. to - 1} of a column to 16-bit sums. */
  void addShorts(int[] postings, int from, int to, short[] query, int queryAt, short[] sums);

  /** Adds the postings {@code from .. to - 1} of a column to {@code double} sums. */
  void addDoubles(int[] postings, int from, int to, double[] query, int queryAt, double[] sums);

  /** The same for real values: those of the postings stand in {@code values}, at their places. */
  void addReals(
      int[] postings,
      double[] values,
      int from,
      int to,
      double[] query,
      int queryAt,
      double[] sums);

  /**
   * The first row of {@code from .. to - 1} where some lane's sum is at least its lane's cut or its
   * row's, whichever is lower; {@code to} if there is none.
   */
  int findShorts(short[] sums, int from, int to, short[] laneCut, short[] rowCut);

  /** The lanes of such a row, a bit for each. */
  int passingShorts(short[] sums, int row, short[] laneCut, short[] rowCut);

  /** As {@link #findShorts}. */
  int findDoubles(double[] sums, int from, int to, double[] laneCut, double[] rowCut);

  /** As {@link #passingShorts}. */
  int passingDoubles(double[] sums, int row, double[] laneCut, double[] rowCut);

  /**
   * Adds {@value #DENSE} dense columns to the 16-bit sums of a single query: {@code sums[i] +=
   * factor[c] * cell(c, i)} for each of the columns {@code c = first, first + 1, ...} and each row
   * {@code i} of {@code 0 .. rows - 1}.
   *
   * <p>A cell is an unsigned byte. Cells stand in groups of {@value #DENSE_ROWS} rows; within a
   * group row {@code i} and row {@code i + 32} share a {@code short}, the first in its lower byte,
   * so that a register of bytes becomes two of shorts by a mask and a shift.
   *
   * @param cells columns, one after another
   * @param at where each column begins in {@code cells}, its first row being that of {@code sums}
   * @param factor the query's value in each column
   * @param first the first of the columns in {@code at} and {@code factor}
   * @param sums at least {@code rows} of them
   * @param rows a multiple of {@value #DENSE_ROWS}
   */
  void addDense(byte[] cells, int[] at, short[] factor, int first, short[] sums, int rows);

  /** Columns that {@link #addDense} adds at once: a sum is then loaded and stored once for them. */
  int DENSE = 4;

  /** Rows in a group of cells. */
  int DENSE_ROWS = 64;

  /** The place of a row's cell in its column. */
  static int cellOf(int row) {
    int half = DENSE_ROWS / 2;
    return row / DENSE_ROWS * DENSE_ROWS + 2 * (row % half) + row % DENSE_ROWS / half;
  }

  /**
   * The first of {@code from .. to - 1} where a single query's sum reaches the cut, or {@code to}.
   */
  int findRow(short[] sums, int from, int to, short cut);
}
