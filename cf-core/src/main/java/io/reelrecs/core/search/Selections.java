package io.reelrecs.core.search;

import io.reelrecs.core.topk.TopKRows;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;

/**
 * The neighbors found so far of each searched row, in the arrays of the graph that they become.
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

  private final int candidates;
  private final boolean positive;
  private final int[] neighbor;
  private final double[] similarity;
  private final TopKRows best;

  /**
   * What a similarity has to reach, for each selection: never more than the k-th best, which it may
   * lag behind.
   */
  private final float[] floor;

  /** A spin lock for each selection: 1 while a thread is at it. Null if there is but one thread. */
  private final int[] busy;

  /**
   * Empty selections.
   *
   * @param count how many
   * @param k neighbors in each, at most
   * @param candidates the number of rows to choose from
   * @param positive whether only similarities above 0 are offered
   * @param shared whether several threads will offer
   */
  Selections(int count, int k, int candidates, boolean positive, boolean shared) {
    this.candidates = candidates;
    this.positive = positive;
    neighbor = new int[NeighborGraph.flat(count, k)];
    similarity = new double[neighbor.length];
    best = new TopKRows(count, k, neighbor, similarity);
    floor = new float[count];
    Arrays.fill(floor, positive ? 0 : Float.NEGATIVE_INFINITY);
    busy = shared ? new int[count] : null;
  }

  /** What a similarity has to reach for {@link #offer} to take it, at least. */
  float floor(int selection) {
    return floor[selection];
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
    best.offer(selection, row, cosine);
    double threshold = best.threshold(selection);
    if (threshold > floor[selection]) {
      floor[selection] = Math.nextDown((float) threshold);
    }
  }

  /** Ends the selection of a row, which is its own neighbor never; {@code self} may be -1. */
  void finish(int selection, int self) {
    best.sort(selection);
    int full = Math.min(best.k(), candidates - (self < 0 ? 0 : 1));
    int found = best.size(selection);
    for (int row = 0; best.size(selection) < full; row++) {
      if (row != self && !has(selection, found, row)) {
        best.append(selection, row, ZERO);
      }
    }
  }

  private boolean has(int selection, int found, int row) {
    for (int place = 0; place < found; place++) {
      if (best.index(selection, place) == row) {
        return true;
      }
    }
    return false;
  }

  /** The finished selections. */
  TopKRows best() {
    return best;
  }

  /** The finished selections as a graph; each has k neighbors. */
  NeighborGraph graph() {
    return NeighborGraph.full(best.rows(), best.k(), neighbor, similarity);
  }
}
