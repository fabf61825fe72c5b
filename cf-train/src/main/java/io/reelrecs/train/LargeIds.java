package io.reelrecs.train;

/** A growing hash set of ids other than 0, as their low 32 bits. Not thread-safe. */
final class LargeIds {

  /** 2<sup>32</sup> by the golden ratio: spreads ids that follow each other over the high bits. */
  private static final int SPREAD = 0x9E37_79B9;

  /** An id, or 0 for none, from the slot on that the id's hash says. */
  private int[] slots = new int[16];

  private int size;

  int size() {
    return size;
  }

  void add(int id) {
    int slot = slotOf(id);
    while (slots[slot] != 0 && slots[slot] != id) {
      slot = (slot + 1) & (slots.length - 1);
    }
    if (slots[slot] == 0) {
      slots[slot] = id;
      size++;
      if (size > slots.length / 2) {
        grow();
      }
    }
  }

  private int slotOf(int id) {
    return (id * SPREAD) >>> (Integer.numberOfLeadingZeros(slots.length) + 1);
  }

  private void grow() {
    int[] old = slots;
    slots = new int[2 * old.length];
    size = 0;
    for (int id : old) {
      if (id != 0) {
        add(id);
      }
    }
  }

  /** Copies the ids, in no certain order, to {@code at} and after. */
  void copyTo(long[] target, int at) {
    int next = at;
    for (int id : slots) {
      if (id != 0) {
        target[next++] = Integer.toUnsignedLong(id);
      }
    }
  }
}
