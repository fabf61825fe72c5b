package io.reelrecs.core.kernel;

import java.util.Arrays;

/**
 * Runs what a kernel has for single queries on a little made-up data, and tells by the clock
 * whether it is compiled. So little data that a trial takes less than a millisecond even while it
 * is interpreted; a few thousand trials bring it to the compiler. Not thread-safe.
 */
final class KernelTrial {

  private static final int ROWS = Kernel.DENSE_ROWS;

  /**
   * A trial takes a microsecond when all is compiled, and some hundred when something is not.
   * Between the two there is room for a slow machine.
   */
  private static final long FAST_NANOS = 10_000;

  /** So many fast trials in a row, since the clock may be wrong about a few. */
  private static final int FAST_TRIALS = 20;

  private final Kernel kernel;
  private final short[] sums = new short[ROWS];
  private final byte[] cells = new byte[ROWS];
  private final int[] at = new int[Kernel.DENSE];
  private final short[] factor = new short[Kernel.DENSE];
  private int fast;

  KernelTrial(Kernel kernel) {
    this.kernel = kernel;
    Arrays.fill(cells, (byte) 1);
  }

  /** Runs a trial; true once trials are fast. */
  boolean run() {
    long start = System.nanoTime();
    Arrays.fill(sums, Kernel.ZERO);
    kernel.addDense(cells, at, factor, 0, sums, ROWS);
    int found = kernel.findRow(sums, 0, ROWS, (short) (Kernel.ZERO + 1));
    boolean wasFast = System.nanoTime() - start < FAST_NANOS && found == ROWS;
    fast = wasFast ? fast + 1 : 0;
    return fast >= FAST_TRIALS;
  }
}
