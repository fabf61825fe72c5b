package io.reelrecs.core.search;

import io.reelrecs.core.kernel.Kernel;
import io.reelrecs.core.topk.TopKRows;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;

/**
 * The neighbors found so far of each searched row, and the graph that they become.
 *
 * <p>Where no value of the rows is negative, a similarity of 0 is that of all the rows that share
 * no column: far too many to look at. Such a search offers only what is above 0, and {@link
 * #finish} fills up with zeros.
 *
 * <p>Threads may offer at once, also to the same row. What is kept does not depend on the order of
 * the offers, and so not on the threads.
 */
final class Selections {

  private static final VarHandle INT = MethodHandles.arrayElementVarHandle(int[].class);
  private static final double ZERO = 0;

  private final int count;
  private final int k;
  private final int candidates;
  private final boolean positive;

  /** Where the neighbors are kept meanwhile: here if they are few, else in {@link #many}. */
  private final SortedRows few;

  private final TopKRows many;

  /**
   * What a similarity has to reach, for each selection: never more than the k-th best, which it may
   * lag behind.
   */
  private final float[] floor;

  /** A spin lock for each selection: 1 while a thread is at it. Null if there is but one thread. */
  private final int[] busy;

  private final int[] neighbor;
  private final double[] similarity;
  private final int[] size;

  /**
   * Empty selections.
   *
   * @param kernel puts neighbors in their place
   * @param count how many
   * @param k neighbors in each, at most
   * @param candidates the number of rows to choose from
   * @param positive whether only similarities above 0 are offered
   * @param shared whether several threads will offer
   */
  Selections(Kernel kernel, int count, int k, int candidates, boolean positive, boolean shared) {
    this.count = count;
    this.k = k;
    this.candidates = candidates;
    this.positive = positive;
    neighbor = new int[NeighborGraph.flat(count, k)];
    similarity = new double[neighbor.length];
    size = new int[count];
    boolean sorted = SortedRows.suits(count, k);
    few = sorted ? new SortedRows(kernel, count, k) : null;
    many = sorted ? null : new TopKRows(count, k);
    floor = new float[count];
    Arrays.fill(floor, positive ? 0 : Float.NEGATIVE_INFINITY);
    busy = shared ? new int[count] : null;
  }

  /** What a similarity has to reach for {@link #offer} to take it, at least. */
  float floor(int selection) {
    return floor[selection];
  }

  /** Tells that the k-th best of a selection will be at least this. */
  void raise(int selection, double least) {
    if (least > floor[selection]) {
      floor[selection] = Math.nextDown((float) least);
    }
  }

  /** How many neighbors a selection keeps. */
  int k() {
    return k;
  }

  /** Takes a neighbor in if it is among the k best so far. */
  void offer(int selection, int row, double cosine) {
    if (cosine < floor[selection] || (positive && !(cosine > 0))) {
      return;
    }
    if (busy == null) {
      take(selection, row, cosine);
      return;
    }
    while (!INT.compareAndSet(busy, selection, 0, 1)) {
      Thread.onSpinWait();
    }
    take(selection, row, cosine);
    INT.setRelease(busy, selection, 0);
  }

  private void take(int selection, int row, double cosine) {
    double threshold;
    if (few != null) {
      few.offer(selection, row, cosine);
      threshold = few.threshold(selection);
    } else {
      many.offer(selection, row, cosine);
      threshold = many.threshold(selection);
    }
    if (threshold > floor[selection]) {
      floor[selection] = Math.nextDown((float) threshold);
    }
  }

  /**
   * Ends a selection.
   *
   * @param self the row that it is of, which is its own neighbor never; -1 if it is none of these
   * @param place which row of the graph it becomes
   */
  void finish(int selection, int self, int place) {
    int base = place * k;
    int found;
    if (few != null) {
      found = few.size(selection);
      for (int rank = 0; rank < found; rank++) {
        neighbor[base + rank] = few.index(selection, rank);
        similarity[base + rank] = few.score(selection, rank);
      }
    } else {
      many.sort(selection);
      found = many.size(selection);
      for (int rank = 0; rank < found; rank++) {
        neighbor[base + rank] = many.index(selection, rank);
        similarity[base + rank] = many.score(selection, rank);
      }
    }
    size[place] = fillUp(base, found, self);
  }

  /** Fills up with rows that share no column, by ascending index. */
  private int fillUp(int base, int found, int self) {
    int full = Math.min(k, candidates - (self < 0 ? 0 : 1));
    int end = found;
    for (int row = 0; end < full; row++) {
      if (row != self && !has(base, found, row)) {
        neighbor[base + end] = row;
        similarity[base + end++] = ZERO;
      }
    }
    return end;
  }

  private boolean has(int base, int found, int row) {
    for (int rank = 0; rank < found; rank++) {
      if (neighbor[base + rank] == row) {
        return true;
      }
    }
    return false;
  }

  /** How many neighbors a finished row has. */
  int size(int place) {
    return size[place];
  }

  /** A neighbor of a finished row. */
  int neighbor(int place, int rank) {
    return neighbor[place * k + rank];
  }

  /** Its similarity. */
  double similarity(int place, int rank) {
    return similarity[place * k + rank];
  }

  /** The finished selections as a graph; each has k neighbors. */
  NeighborGraph graph() {
    return NeighborGraph.full(count, k, neighbor, similarity);
  }
}
