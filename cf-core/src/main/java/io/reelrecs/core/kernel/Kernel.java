package io.reelrecs.core.kernel;

/**
 * The inner loops of the search.
 *
 * <p>The idea of a block: as many queries as the kernel has {@link #lanes}, and rows that all of
 * them are compared with. A sum per row and lane is computed, by the {@linkplain RowWalk row walk}
 * where there is one and a column at a time by {@link ColumnWalk} where not; then the
 * <em>passing</em> methods tell which of the sums reach a cut.
 *
 * <p>16-bit sums start at {@link #ZERO}, so that the signed comparison orders {@code [0, 65535]}.
 * They wrap around, which is exact as long as the final sum is in that range: for the caller to
 * prove. Sums of {@code double} round each product before it is added, in the order of the columns,
 * so that they are the same bits on every kernel.
 */
public interface Kernel {

  /** What a 16-bit sum of nothing is: 0 is the lowest {@code short}, 65,535 the highest. */
  short ZERO = Short.MIN_VALUE;

  /** A name for people: "scalar", "vector-512". */
  String name();

  /** Width of a vector register in bits; 0 for the scalar kernel. */
  int bits();

  /** Queries in a block, 1 to 64. */
  int lanes();

  /** Sums a row at a time; null if this kernel has no lanes to do it with. */
  RowWalk rowWalk();

  /**
   * Tells which sums reach a cut, for some rows: lane {@code l} of row {@code i} passes if {@code
   * sums[at + i * lanes + l]} is at least {@code laneCut[l]} or at least {@code rowCut[i]}.
   *
   * @param rows how many rows
   * @param passing takes a bit per lane for each row
   * @return whether any lane of any row passes
   */
  boolean passingShorts(
      short[] sums, int at, int rows, short[] laneCut, short[] rowCut, long[] passing);

  /** The same for sums of {@code double}. */
  boolean passingDoubles(
      double[] sums, int at, int rows, double[] laneCut, double[] rowCut, long[] passing);

  /**
   * Puts a pair in its place among pairs that are ordered by score descending and then index
   * ascending; those behind it move by one, and the last falls out.
   *
   * @param scores the scores, in order
   * @param indexes the indexes, which are whole numbers, at the same places
   * @param at where the pairs begin; the place before it has a pair that comes before all others
   * @param length how many pairs, a multiple of {@value #PAIRS}
   */
  void insert(double[] scores, double[] indexes, int at, int length, double score, double index);

  /** Pairs come in multiples of this: the {@code double}s of the widest register. */
  int PAIRS = 8;

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
