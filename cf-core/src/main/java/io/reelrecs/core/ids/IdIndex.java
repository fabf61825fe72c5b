package io.reelrecs.core.ids;

import java.util.Arrays;

/**
 * A two-way map between external ids and the dense indexes {@code 0 .. size() - 1}.
 *
 * <p>External ids are the unsigned 32-bit numbers of the wire contract, {@code 0 .. 4294967295}, in
 * a {@code long}. Dense indexes ascend with the ids, so that "ties go to the lower id" can be
 * decided on indexes alone.
 *
 * <p>Immutable and thread-safe. A look-up is one array read where the ids are dense enough for a
 * table (at most {@value #TABLE_SLOTS_PER_ID} slots an id), else a short search by hash, in 8 to 16
 * bytes more an id.
 */
public final class IdIndex {

  /** The largest external id. */
  public static final long MAX_ID = 0xFFFF_FFFFL;

  /** What {@link #indexOf} says of an id that is not here. */
  public static final int UNKNOWN = -1;

  private static final int TABLE_SLOTS_PER_ID = 16;
  private static final int MAX_TABLE_SLOTS = 1 << 28;

  /** 2<sup>64</sup> by the golden ratio: spreads ids that follow each other over the high bits. */
  private static final long SPREAD = 0x9E37_79B9_7F4A_7C15L;

  private final long[] ids;

  /** Index by id, or null where the ids are too sparse for it. */
  private final int[] table;

  /** Where there is no table: indexes from the slot on that the id's hash says, or UNKNOWN. */
  private final int[] slots;

  private IdIndex(long[] sortedIds) {
    ids = sortedIds;
    table = buildTable(sortedIds);
    slots = table == null ? buildSlots(sortedIds) : null;
  }

  /**
   * An index of these ids.
   *
   * @param ids in any order, repeats allowed; not kept
   * @throws IllegalArgumentException if an id is negative or above {@link #MAX_ID}
   */
  public static IdIndex of(long... ids) {
    long[] sorted = ids.clone();
    Arrays.sort(sorted);
    if (sorted.length > 0) {
      checkId(sorted[0]);
      checkId(sorted[sorted.length - 1]);
    }
    int unique = 0;
    for (int i = 0; i < sorted.length; i++) {
      if (i == 0 || sorted[i] != sorted[i - 1]) {
        sorted[unique++] = sorted[i];
      }
    }
    return new IdIndex(Arrays.copyOf(sorted, unique));
  }

  private static void checkId(long id) {
    if (id < 0 || id > MAX_ID) {
      throw new IllegalArgumentException("id must be in [0, " + MAX_ID + "], actual: " + id);
    }
  }

  private static int[] buildTable(long[] sorted) {
    if (sorted.length == 0) {
      return new int[0];
    }
    long slots = sorted[sorted.length - 1] + 1;
    if (slots > Math.min((long) sorted.length * TABLE_SLOTS_PER_ID, MAX_TABLE_SLOTS)) {
      return null;
    }
    int[] table = new int[(int) slots];
    Arrays.fill(table, UNKNOWN);
    for (int i = 0; i < sorted.length; i++) {
      table[(int) sorted[i]] = i;
    }
    return table;
  }

  /** Two to four slots an id, so that searches are short. */
  private static int[] buildSlots(long[] ids) {
    int[] slots = new int[Integer.highestOneBit(Math.min(ids.length, 1 << 28)) << 2];
    Arrays.fill(slots, UNKNOWN);
    for (int i = 0; i < ids.length; i++) {
      int slot = slotOf(ids[i], slots.length);
      while (slots[slot] != UNKNOWN) {
        slot = (slot + 1) & (slots.length - 1);
      }
      slots[slot] = i;
    }
    return slots;
  }

  private static int slotOf(long id, int slots) {
    return (int) ((id * SPREAD) >>> (Long.numberOfLeadingZeros(slots) + 1));
  }

  /** The number of ids. */
  public int size() {
    return ids.length;
  }

  /** The dense index of an external id, or {@link #UNKNOWN}; any {@code long} may be asked for. */
  public int indexOf(long id) {
    if (table != null) {
      return id >= 0 && id < table.length ? table[(int) id] : UNKNOWN;
    }
    int slot = slotOf(id, slots.length);
    while (slots[slot] != UNKNOWN && ids[slots[slot]] != id) {
      slot = (slot + 1) & (slots.length - 1);
    }
    return slots[slot];
  }

  /** Whether this id is here. */
  public boolean contains(long id) {
    return indexOf(id) != UNKNOWN;
  }

  /**
   * The external id at a dense index.
   *
   * @throws IndexOutOfBoundsException if {@code index} is not in {@code [0, size())}
   */
  public long idAt(int index) {
    return ids[index];
  }

  /** All ids, ascending; a copy. */
  public long[] toArray() {
    return ids.clone();
  }
}
