package io.reelrecs.core.topk;

/**
 * Binary heaps of (index, score) pairs in a stretch of two arrays, the worst of the kept on top: by
 * {@link TopK#before}, the project's one ordering rule.
 */
final class Heaps {

  private Heaps() {}

  /** Puts a pair at place {@code from}, the first free one, and lets it rise. */
  static void up(int[] indexes, double[] scores, int base, int from, int index, double score) {
    int at = from;
    while (at > 0) {
      int parent = (at - 1) >>> 1;
      if (!TopK.before(indexes[base + parent], scores[base + parent], index, score)) {
        break;
      }
      indexes[base + at] = indexes[base + parent];
      scores[base + at] = scores[base + parent];
      at = parent;
    }
    indexes[base + at] = index;
    scores[base + at] = score;
  }

  /** Puts a pair in place of the top of the first {@code end}, and lets it sink. */
  static void down(int[] indexes, double[] scores, int base, int end, int index, double score) {
    int at = 0;
    for (int child = 1; child < end; child = 2 * at + 1) {
      int left = base + child;
      if (child + 1 < end
          && TopK.before(indexes[left], scores[left], indexes[left + 1], scores[left + 1])) {
        child++;
      }
      if (!TopK.before(index, score, indexes[base + child], scores[base + child])) {
        break;
      }
      indexes[base + at] = indexes[base + child];
      scores[base + at] = scores[base + child];
      at = child;
    }
    indexes[base + at] = index;
    scores[base + at] = score;
  }

  /** Sorts a heap, best first. */
  static void sort(int[] indexes, double[] scores, int base, int size) {
    for (int end = size - 1; end > 0; end--) {
      int index = indexes[base + end];
      double score = scores[base + end];
      indexes[base + end] = indexes[base];
      scores[base + end] = scores[base];
      down(indexes, scores, base, end, index, score);
    }
  }
}
