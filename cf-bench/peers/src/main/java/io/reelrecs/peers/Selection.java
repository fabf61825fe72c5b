package io.reelrecs.peers;

import java.util.Arrays;

/** The k largest of values that are offered by ascending index; an equal value does not displace. */
final class Selection {

  private final int[] index;
  private final double[] value;
  private int size;

  Selection(int k) {
    index = new int[k];
    value = new double[k];
    Arrays.fill(value, Double.NEGATIVE_INFINITY);
  }

  void offer(int candidate, double score) {
    int slot = value.length - 1;
    if (score <= value[slot]) {
      return;
    }
    for (; slot > 0 && score > value[slot - 1]; slot--) {
      value[slot] = value[slot - 1];
      index[slot] = index[slot - 1];
    }
    value[slot] = score;
    index[slot] = candidate;
    size = Math.min(size + 1, value.length);
  }

  void copyTo(int row, Neighbors found) {
    for (int rank = 0; rank < size; rank++) {
      found.set(row, rank, index[rank], value[rank]);
    }
  }
}
