package io.reelrecs.core.topk;

/**
 * A {@link TopK} for each of many rows, side by side in two flat arrays: row {@code r} has the
 * places {@code r * k .. r * k + k - 1}. Costs {@code 12 k + 4} bytes a row.
 *
 * <p>Few are kept in order at all times: moving half of 20 pairs by one place is a loop that the
 * processor predicts, as it does not a heap's turns. Many are kept as a heap.
 *
 * <p>Different threads may offer to different rows at once; one row is not thread-safe.
 */
public final class TopKRows {

  /** Up to so many are kept in order. */
  private static final int FEW = 64;

  private final int k;
  private final int[] indexes;
  private final double[] scores;
  private final int[] size;

  /**
   * Empty selections.
   *
   * @param rows how many
   * @param k pairs that each keeps at most, at least 1
   * @param indexes where the indexes go, {@code rows * k} of them; kept
   * @param scores where the scores go; kept
   */
  public TopKRows(int rows, int k, int[] indexes, double[] scores) {
    this.k = k;
    this.indexes = indexes;
    this.scores = scores;
    size = new int[rows];
  }

  /** The number of rows. */
  public int rows() {
    return size.length;
  }

  /** The most pairs that a row keeps. */
  public int k() {
    return k;
  }

  /** The number of pairs that a row keeps. */
  public int size(int row) {
    return size[row];
  }

  /** The index in a place of a row; by rank after {@link #sort}. */
  public int index(int row, int place) {
    return indexes[row * k + place];
  }

  /** The score in a place of a row; by rank after {@link #sort}. */
  public double score(int row, int place) {
    return scores[row * k + place];
  }

  /** The score that a further offer has to reach, at least: the worst kept, once k are kept. */
  public double threshold(int row) {
    return size[row] < k ? Double.NEGATIVE_INFINITY : scores[worst(row)];
  }

  /** The place of the worst pair of a row that is full. */
  private int worst(int row) {
    return row * k + (k <= FEW ? k - 1 : 0);
  }

  /** Takes a pair in if it is among the row's k best so far. Scores must not be NaN. */
  public void offer(int row, int index, double score) {
    int base = row * k;
    if (size[row] < k) {
      if (k <= FEW) {
        insert(base, size[row], index, score);
      } else {
        Heaps.up(indexes, scores, base, size[row], index, score);
      }
      size[row]++;
    } else if (TopK.before(index, score, indexes[worst(row)], scores[worst(row)])) {
      if (k <= FEW) {
        insert(base, k - 1, index, score);
      } else {
        Heaps.down(indexes, scores, base, k, index, score);
      }
    }
  }

  /** Puts a pair where it belongs among the first {@code end}, which are in order. */
  private void insert(int base, int end, int index, double score) {
    int at = base + end;
    while (at > base && TopK.before(index, score, indexes[at - 1], scores[at - 1])) {
      indexes[at] = indexes[at - 1];
      scores[at] = scores[at - 1];
      at--;
    }
    indexes[at] = index;
    scores[at] = score;
  }

  /** Puts a pair behind those of a row that is sorted and not full. */
  public void append(int row, int index, double score) {
    int at = row * k + size[row]++;
    indexes[at] = index;
    scores[at] = score;
  }

  /** Sorts a row, best first. O(k log k). */
  public void sort(int row) {
    if (k > FEW) {
      Heaps.sort(indexes, scores, row * k, size[row]);
    }
  }
}
