package io.reelrecs.train;

import io.reelrecs.core.ids.IdIndex;
import java.util.Arrays;
import java.util.BitSet;
import java.util.function.IntToLongFunction;

/** Finds the different ids of a long column, without sorting it where the ids are small. */
final class DistinctIds {

  /** Ids up to this go through a bit set, of 8 MiB at the most. */
  private static final long MAX_BIT = 1L << 26;

  private DistinctIds() {}

  /** The ids of a column and some more, as an index. */
  static IdIndex of(int size, IntToLongFunction column, long... more) {
    long largest = 0;
    for (int i = 0; i < size; i++) {
      largest = Math.max(largest, column.applyAsLong(i));
    }
    long[] all;
    if (largest <= MAX_BIT) {
      BitSet seen = new BitSet();
      for (int i = 0; i < size; i++) {
        seen.set((int) column.applyAsLong(i));
      }
      all = seen.stream().asLongStream().toArray();
    } else {
      all = new long[size];
      Arrays.setAll(all, column);
    }
    int given = all.length;
    all = Arrays.copyOf(all, given + more.length);
    System.arraycopy(more, 0, all, given, more.length);
    return IdIndex.of(all);
  }
}
