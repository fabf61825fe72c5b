package io.reelrecs.core.kernel;

/**
 * Adds one column's products to the dot products of a block of queries with all rows.
 *
 * <p>The idea: a block holds as many queries as the kernel has lanes. Lane {@code i} of {@code
 * query} is the value of query {@code i} in the column; {@code acc} holds one group of lanes per
 * row. For each entry (row, value) of the column, {@code acc[row * lanes + i] += query[i] * value}
 * for all lanes at once. A column after another, that makes all dot products of the block, summed
 * in the order of the columns whatever the number of lanes.
 *
 * <p>The three methods differ in the width of the sums. Which one is safe is for the caller to
 * prove; the 16-bit one wraps around like an unsigned number, which is exact as long as the final
 * sum is in {@code [0, 65535]}.
 */
public interface DotKernel {

  /** A name for people: "scalar", "vector-512". */
  String name();

  /** Width of a vector register in bits; 0 for the scalar kernel. */
  int bits();

  /** Queries in a block with 16-bit sums. */
  int shortLanes();

  /** Queries in a block with 32-bit sums. */
  int intLanes();

  /** Queries in a block with {@code double} sums. */
  int doubleLanes();

  /** One column, 16-bit sums: entries {@code from .. to - 1} of {@code rows} and {@code values}. */
  void addShorts(
      int[] rows, short[] values, int from, int to, short[] query, int queryAt, short[] acc);

  /** One column, 32-bit sums. */
  void addInts(int[] rows, short[] values, int from, int to, int[] query, int queryAt, int[] acc);

  /** One column, {@code double} sums; each product is rounded before it is added. */
  void addDoubles(
      int[] rows, double[] values, int from, int to, double[] query, int queryAt, double[] acc);
}
