package io.reelrecs.core.topk;

/**
 * The k best of the (index, score) pairs offered, by score descending and then index ascending: the
 * project's one ordering rule. What is kept does not depend on the order of the offers.
 *
 * <p>A binary heap with the worst of the kept on top; an offer costs one comparison when it is
 * refused and O(log k) when it is taken. Scores must not be NaN: the callers see to that.
 *
 * <p>Not thread-safe. {@link #sort} empties nothing but ends the offering; {@link #clear} starts
 * anew without allocating.
 */
public final class TopK {

  private final int[] indexes;
  private final double[] scores;
  private int size;

  /**
   * An empty selection of at most {@code k}.
   *
   * @throws IllegalArgumentException if {@code k} is less than 1
   */
  public TopK(int k) {
    if (k < 1) {
      throw new IllegalArgumentException("k must be >= 1, actual: " + k);
    }
    indexes = new int[k];
    scores = new double[k];
  }

  /** Whether (index a, score a) comes before (index b, score b). */
  public static boolean before(int indexA, double scoreA, int indexB, double scoreB) {
    return scoreA > scoreB || (scoreA == scoreB && indexA < indexB);
  }

  /** The number of pairs kept. */
  public int size() {
    return size;
  }

  /** The score that a further offer has to reach, at least: the worst kept, once k are kept. */
  public double threshold() {
    return size < indexes.length ? Double.NEGATIVE_INFINITY : scores[0];
  }

  /** Takes a pair in if it is among the k best so far. */
  public void offer(int index, double score) {
    if (size < indexes.length) {
      siftUp(size++, index, score);
    } else if (before(index, score, indexes[0], scores[0])) {
      siftDown(size, index, score);
    }
  }

  /** Sorts what is kept, best first, for {@link #index} and {@link #score}. O(k log k). */
  public void sort() {
    for (int end = size - 1; end > 0; end--) {
      int index = indexes[end];
      double score = scores[end];
      indexes[end] = indexes[0];
      scores[end] = scores[0];
      siftDown(end, index, score);
    }
  }

  /** The index at a rank, 0 being the best; after {@link #sort}. */
  public int index(int rank) {
    return indexes[rank];
  }

  /** The score at a rank, 0 being the best; after {@link #sort}. */
  public double score(int rank) {
    return scores[rank];
  }

  /** Forgets everything kept. */
  public void clear() {
    size = 0;
  }

  private void siftUp(int from, int index, double score) {
    int at = from;
    while (at > 0) {
      int parent = (at - 1) >>> 1;
      if (!before(indexes[parent], scores[parent], index, score)) {
        break;
      }
      indexes[at] = indexes[parent];
      scores[at] = scores[parent];
      at = parent;
    }
    indexes[at] = index;
    scores[at] = score;
  }

  /** Puts a pair in place of the top of the first {@code end}, and lets it sink. */
  private void siftDown(int end, int index, double score) {
    int at = 0;
    for (int child = 1; child < end; child = 2 * at + 1) {
      if (child + 1 < end
          && before(indexes[child], scores[child], indexes[child + 1], scores[child + 1])) {
        child++;
      }
      if (!before(index, score, indexes[child], scores[child])) {
        break;
      }
      indexes[at] = indexes[child];
      scores[at] = scores[child];
      at = child;
    }
    indexes[at] = index;
    scores[at] = score;
  }
}
