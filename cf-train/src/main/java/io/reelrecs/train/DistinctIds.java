package io.reelrecs.train;

import io.reelrecs.core.ids.IdIndex;
import java.util.Arrays;
import java.util.BitSet;

/**
 * A growing set of ids: a bit for each small one, of 8 MiB at the most, a hash set for the large
 * ones. Not thread-safe.
 */
final class DistinctIds {

  /** Ids below this are bits. */
  private static final int BITS = 1 << 26;

  private long[] bits = new long[1 << 10];
  private final LargeIds large = new LargeIds();

  /** The id that was added last: files are grouped by user. */
  private long last = -1;

  /** Adds an id, {@code 0 .. } {@link IdIndex#MAX_ID}. */
  void add(long id) {
    if (id == last) {
      return;
    }
    last = id;
    int word = (int) (id >>> 6);
    if (word < bits.length) {
      bits[word] |= 1L << id;
    } else {
      addFar(id);
    }
  }

  private void addFar(long id) {
    if (id >= BITS) {
      large.add((int) id);
      return;
    }
    int word = (int) (id >>> 6);
    bits = Arrays.copyOf(bits, Math.max(word + 1, 2 * bits.length));
    bits[word] |= 1L << id;
  }

  /** Adds the ids of another set. */
  void addAll(DistinctIds other) {
    for (long id : other.toArray()) {
      add(id);
    }
  }

  private long[] toArray() {
    long[] small = BitSet.valueOf(bits).stream().asLongStream().toArray();
    long[] all = Arrays.copyOf(small, small.length + large.size());
    large.copyTo(all, small.length);
    return all;
  }

  /** An index of the ids. */
  IdIndex index() {
    return IdIndex.of(toArray());
  }
}
