package io.reelrecs.train.regression;

import java.util.Locale;

/** Whether the heap has room for a regression, found out before it begins. */
final class HeapBound {

  private static final double GB = 1e9;

  private HeapBound() {}

  /**
   * Refuses what the heap cannot hold.
   *
   * @param what what takes the memory, with its numbers
   * @throws IllegalArgumentException if the bytes are more than the heap may grow to
   */
  static void check(String what, double bytes) {
    long heap = Runtime.getRuntime().maxMemory();
    if (bytes > heap) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%s need %.1f GB, the heap has %.1f GB; train with a larger heap (-Xmx) or another"
                  + " algorithm",
              what,
              bytes / GB,
              heap / GB));
    }
  }
}
