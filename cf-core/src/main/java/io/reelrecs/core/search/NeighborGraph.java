package io.reelrecs.core.search;

import io.reelrecs.core.topk.TopK;
import java.util.Arrays;

/**
 * The nearest neighbors of every row: for each, up to k rows by similarity descending, then index
 * ascending. Dense indexes, flat arrays, 12 bytes a neighbor.
 *
 * <p>Immutable and thread-safe once built.
 */
public final class NeighborGraph {

  /** A cosine rounded up; what lies beyond could make a weighted mean overflow to NaN. */
  private static final double MOST_SIMILAR = 1 + 1e-9;

  /** What an array can hold on every JVM. */
  private static final int MAX_SIZE = Integer.MAX_VALUE - 64;

  private final int k;
  private final int[] start;
  private final int[] neighbor;
  private final double[] similarity;

  private NeighborGraph(int k, int[] start, int[] neighbor, double[] similarity) {
    this.k = k;
    this.start = start;
    this.neighbor = neighbor;
    this.similarity = similarity;
  }

  /** A graph of exactly {@code k} neighbors in every row, each row sorted; the arrays are kept. */
  static NeighborGraph full(int rows, int k, int[] neighbor, double[] similarity) {
    int[] start = new int[rows + 1];
    for (int row = 0; row < rows; row++) {
      start[row + 1] = start[row] + k;
    }
    return new NeighborGraph(k, start, neighbor, similarity);
  }

  /**
   * A graph from stored arrays, which are kept.
   *
   * @param start where each row's neighbors begin, then the number of all neighbors
   * @param neighbor the neighbors, row after row, each row's nearest first
   * @param similarity the similarity of each
   * @throws IllegalArgumentException if this is not such a graph: sizes, ranges, order, a row that
   *     is its own neighbor, or a similarity that is not in {@code [-1, 1]} up to rounding
   */
  public static NeighborGraph of(int[] start, int[] neighbor, double[] similarity) {
    int rows = start.length - 1;
    if (rows < 0
        || start[0] != 0
        || start[rows] != neighbor.length
        || similarity.length != neighbor.length) {
      throw new IllegalArgumentException(
          "starts, neighbors and similarities must fit, actual: "
              + start.length
              + " starts, "
              + neighbor.length
              + " neighbors and "
              + similarity.length
              + " similarities");
    }
    int most = 0;
    for (int row = 0; row < rows; row++) {
      if (start[row] > start[row + 1] || start[row + 1] > neighbor.length) {
        throw new IllegalArgumentException("starts must ascend, row " + row + " does not");
      }
      most = Math.max(most, start[row + 1] - start[row]);
      for (int slot = start[row]; slot < start[row + 1]; slot++) {
        checkSlot(row, slot, slot > start[row], rows, neighbor, similarity);
      }
    }
    return new NeighborGraph(most, start, neighbor, similarity);
  }

  private static void checkSlot(
      int row, int slot, boolean hasPrevious, int rows, int[] neighbor, double[] similarity) {
    int other = neighbor[slot];
    boolean good =
        other >= 0 && other < rows && other != row && Math.abs(similarity[slot]) <= MOST_SIMILAR;
    if (good && hasPrevious) {
      good = TopK.before(neighbor[slot - 1], similarity[slot - 1], other, similarity[slot]);
    }
    if (!good) {
      throw new IllegalArgumentException(
          "row "
              + row
              + " has a neighbor that is itself, or out of range or order: "
              + other
              + " with similarity "
              + similarity[slot]);
    }
  }

  /**
   * The neighbors of so many rows in all.
   *
   * @throws IllegalArgumentException if an array does not hold them
   */
  static int flat(int rows, int k) {
    long size = (long) rows * k;
    if (size > MAX_SIZE) {
      throw new IllegalArgumentException(
          rows + " rows times k = " + k + " neighbors is more than " + MAX_SIZE + "; lower k");
    }
    return (int) size;
  }

  /** The number of rows. */
  public int rows() {
    return start.length - 1;
  }

  /** The most neighbors that a row has. */
  public int k() {
    return k;
  }

  /** The number of all neighbors of all rows. */
  public int size() {
    return neighbor.length;
  }

  /** How many neighbors a row has. */
  public int degree(int row) {
    return start[row + 1] - start[row];
  }

  /** The neighbor of a row at a rank, 0 being the nearest; valid below {@code degree(row)}. */
  public int neighbor(int row, int rank) {
    return neighbor[start[row] + rank];
  }

  /** The similarity at a rank; valid below {@code degree(row)}. */
  public double similarity(int row, int rank) {
    return similarity[start[row] + rank];
  }

  /** Whether the two have the same rows and the same neighbors with the same bits. */
  @Override
  public boolean equals(Object other) {
    return other instanceof NeighborGraph that
        && Arrays.equals(start, that.start)
        && Arrays.equals(neighbor, that.neighbor)
        && Arrays.equals(similarity, that.similarity);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(start) + Arrays.hashCode(neighbor);
  }

  @Override
  public String toString() {
    return "NeighborGraph[rows=" + rows() + ", k=" + k + "]";
  }
}
