package io.reelrecs.train.evaluate.split;

import java.util.Arrays;

/**
 * A set of (user, movie) pairs in the order in which they came: open addressing, 12 bytes a slot,
 * at most half full. Not thread-safe.
 */
final class PairSet {

  private static final int UNKNOWN = -1;

  private final long[] pairs;
  private final int[] numbers;
  private final int shift;
  private int size;

  /** A set with room for {@code capacity} pairs. */
  PairSet(int capacity) {
    int bits = 65 - Long.numberOfLeadingZeros(Math.max(1, capacity));
    if (bits > 30) {
      throw new IllegalArgumentException(
          "capacity must be < 2^29 pairs, actual: " + Integer.toUnsignedString(capacity));
    }
    shift = Long.SIZE - bits;
    pairs = new long[1 << bits];
    numbers = new int[1 << bits];
    Arrays.fill(numbers, UNKNOWN);
  }

  /** The number of a pair, counted from 0 in the order of {@link #add}; or -1. */
  int find(long user, long movie) {
    return numbers[slot(user << Integer.SIZE | movie)];
  }

  boolean contains(long user, long movie) {
    return find(user, movie) >= 0;
  }

  /** Adds a pair where it is new; returns its number either way. */
  int add(long user, long movie) {
    long pair = user << Integer.SIZE | movie;
    int slot = slot(pair);
    if (numbers[slot] < 0) {
      pairs[slot] = pair;
      numbers[slot] = size++;
    }
    return numbers[slot];
  }

  int size() {
    return size;
  }

  private int slot(long pair) {
    int mask = pairs.length - 1;
    // Fibonacci hashing: the high bits of a product with 2^64 over the golden ratio.
    int slot = (int) ((pair * 0x9E3779B97F4A7C15L) >>> shift);
    while (numbers[slot] >= 0 && pairs[slot] != pair) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }
}
