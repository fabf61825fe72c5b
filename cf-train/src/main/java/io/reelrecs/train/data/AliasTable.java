package io.reelrecs.train.data;

import io.reelrecs.train.random.SplitMix64;

/**
 * Draws an index with probability in proportion to its weight, in constant time.
 *
 * <p>Source: M. Vose, "A Linear Algorithm for Generating Random Numbers with a Given Distribution",
 * IEEE TSE 17 (1991).
 */
final class AliasTable {

  private final double[] threshold;
  private final int[] alias;

  /** A table of these weights, each positive and finite; linear in their number. */
  AliasTable(double[] weights) {
    int size = weights.length;
    threshold = new double[size];
    alias = new int[size];
    double sum = 0;
    for (double w : weights) {
      sum += w;
    }
    // One array holds both stacks: indexes below the mean from the front, the others from the back.
    int[] stacks = new int[size];
    int small = 0;
    int large = size;
    for (int i = 0; i < size; i++) {
      threshold[i] = weights[i] * size / sum;
      alias[i] = i;
      if (threshold[i] < 1) {
        stacks[small++] = i;
      } else {
        stacks[--large] = i;
      }
    }
    while (small > 0 && large < size) {
      int under = stacks[--small];
      int over = stacks[large];
      alias[under] = over;
      threshold[over] -= 1 - threshold[under];
      if (threshold[over] < 1) {
        large++;
        stacks[small++] = over;
      }
    }
    // What is left on either stack is 1 but for rounding.
    for (int i = 0; i < small; i++) {
      threshold[stacks[i]] = 1;
    }
    for (int i = large; i < size; i++) {
      threshold[stacks[i]] = 1;
    }
  }

  /** The next index. */
  int next(SplitMix64 random) {
    int i = random.nextInt(alias.length);
    return random.nextDouble() < threshold[i] ? i : alias[i];
  }
}
