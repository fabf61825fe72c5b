package io.reelrecs.core.topk;

/**
 * A {@link TopK} for each of many rows, side by side in two flat arrays. Costs {@code 12 k + 4}
 * bytes a row.
 *
 * <p>Different threads may offer to different rows at once; one row is not thread-safe.
 */
public final class TopKRows {

  private final int k;
  private final int[] indexes;
  private final double[] scores;
  private final int[] size;

  /**
   * Empty selections.
   *
   * @param rows how many
   * @param k pairs that each keeps at most, at least 1
   * @throws ArithmeticException if that is more than an array holds
   */
  public TopKRows(int rows, int k) {
    this.k = k;
    indexes = new int[Math.multiplyExact(rows, k)];
    scores = new double[indexes.length];
    size = new int[rows];
  }

  /** The number of pairs that a row keeps. */
  public int size(int row) {
    return size[row];
  }

  /** The index at a rank of a row, 0 being the best; after {@link #sort}. */
  public int index(int row, int rank) {
    return indexes[row * k + rank];
  }

  /** The score at a rank of a row, 0 being the best; after {@link #sort}. */
  public double score(int row, int rank) {
    return scores[row * k + rank];
  }

  /** The score that a further offer has to reach, at least: the worst kept, once k are kept. */
  public double threshold(int row) {
    return size[row] < k ? Double.NEGATIVE_INFINITY : scores[row * k];
  }

  /** Takes a pair in if it is among the row's k best so far. Scores must not be NaN. */
  public void offer(int row, int index, double score) {
    int base = row * k;
    if (size[row] < k) {
      Heaps.up(indexes, scores, base, size[row]++, index, score);
    } else if (TopK.before(index, score, indexes[base], scores[base])) {
      Heaps.down(indexes, scores, base, k, index, score);
    }
  }

  /** Sorts a row, best first, which ends the offering. O(k log k). */
  public void sort(int row) {
    Heaps.sort(indexes, scores, row * k, size[row]);
  }
}
