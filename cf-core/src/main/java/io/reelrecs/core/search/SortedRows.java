package io.reelrecs.core.search;

import io.reelrecs.core.kernel.Kernel;
import java.util.Arrays;

/**
 * The k best pairs of each of many rows, in order at all times, for k that are not large: a pair is
 * put in its place by a kernel that moves registers of them. Costs about {@code 16 k + 80} bytes a
 * row.
 *
 * <p>Different threads may offer to different rows at once; one row is not thread-safe.
 */
final class SortedRows {

  /** With more pairs a heap moves less. */
  private static final int MOST = 64;

  /** What an array holds on every JVM. */
  private static final int MOST_PLACES = Integer.MAX_VALUE - 64;

  private final Kernel kernel;
  private final int k;

  /** Places that take part: k, rounded up. What stands behind the k-th is never asked for. */
  private final int length;

  /** Places of a row: one before its best, which has the best of all scores, and its own. */
  private final int stride;

  private final double[] scores;
  private final double[] indexes;

  /** Whether it is worth while, and possible, to keep so many pairs of so many rows in order. */
  static boolean suits(int rows, int k) {
    return k <= MOST && (long) rows * (k + Kernel.PAIRS) <= MOST_PLACES;
  }

  /** Rows without any pair. */
  SortedRows(Kernel kernel, int rows, int k) {
    this.kernel = kernel;
    this.k = k;
    length = (k + Kernel.PAIRS - 1) / Kernel.PAIRS * Kernel.PAIRS;
    stride = length + 1;
    scores = new double[Math.multiplyExact(rows, stride)];
    indexes = new double[scores.length];
    Arrays.fill(scores, Double.NEGATIVE_INFINITY);
    for (int at = 0; at < scores.length; at += stride) {
      scores[at] = Double.POSITIVE_INFINITY;
    }
  }

  /** Takes a pair in if it is among the row's k best so far. */
  void offer(int row, int index, double score) {
    kernel.insert(scores, indexes, row * stride + 1, length, score, index);
  }

  /** The k-th best score of a row, negative infinity if there are fewer. */
  double threshold(int row) {
    return scores[row * stride + k];
  }

  /** How many pairs a row has. */
  int size(int row) {
    int size = 0;
    while (size < k && scores[row * stride + 1 + size] > Double.NEGATIVE_INFINITY) {
      size++;
    }
    return size;
  }

  /** The index at a rank of a row. */
  int index(int row, int rank) {
    return (int) indexes[row * stride + 1 + rank];
  }

  /** The score at a rank of a row. */
  double score(int row, int rank) {
    return scores[row * stride + 1 + rank];
  }
}
