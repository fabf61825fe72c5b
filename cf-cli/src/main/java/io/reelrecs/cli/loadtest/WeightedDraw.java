package io.reelrecs.cli.loadtest;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Draws indexes, each as often as its weight says. A draw is a binary search. Thread-safe. */
final class WeightedDraw {

  private final long[] upTo;

  /** Weights of at least 1 each, at least one of them. */
  WeightedDraw(int[] weights) {
    upTo = new long[weights.length];
    long sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += weights[i];
      upTo[i] = sum;
    }
  }

  int draw(SplittableRandom random) {
    int at = Arrays.binarySearch(upTo, random.nextLong(upTo[upTo.length - 1]));
    return at >= 0 ? at + 1 : -at - 1;
  }
}
