package io.reelrecs.train.evaluate.split;

import io.reelrecs.core.ids.IdIndex;
import java.util.Arrays;
import java.util.function.IntToLongFunction;

/** Numbers ids from 0 in the order in which a column first shows them. Immutable. */
final class FirstAppearance {

  private final long[] ids;

  private FirstAppearance(long[] ids) {
    this.ids = ids;
  }

  static FirstAppearance of(int size, IntToLongFunction column) {
    long[] all = new long[size];
    Arrays.setAll(all, column);
    IdIndex known = IdIndex.of(all);
    boolean[] seen = new boolean[known.size()];
    long[] ids = new long[known.size()];
    int count = 0;
    for (long id : all) {
      int index = known.indexOf(id);
      if (!seen[index]) {
        seen[index] = true;
        ids[count++] = id;
      }
    }
    return new FirstAppearance(ids);
  }

  int size() {
    return ids.length;
  }

  /** Whether there is an id of this number. */
  boolean has(long number) {
    return number >= 0 && number < ids.length;
  }

  /** The id of a number. */
  long id(long number) {
    return ids[(int) number];
  }
}
