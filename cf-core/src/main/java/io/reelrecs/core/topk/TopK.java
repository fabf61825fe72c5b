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
      Heaps.up(indexes, scores, 0, size++, index, score);
    } else if (before(index, score, indexes[0], scores[0])) {
      Heaps.down(indexes, scores, 0, size, index, score);
    }
  }

  /** Sorts what is kept, best first, for {@link #index} and {@link #score}. O(k log k). */
  public void sort() {
    Heaps.sort(indexes, scores, 0, size);
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
}
