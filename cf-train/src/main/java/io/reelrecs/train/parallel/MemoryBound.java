package io.reelrecs.train.parallel;

/** How many runs the heap has room for at once. */
public final class MemoryBound {

  /** What is left free for whatever nobody thought of. */
  private static final double USABLE = 0.8;

  private MemoryBound() {}

  /**
   * The number of runs at once: at least 1, at most the threads, the runs and the room there is.
   */
  public static int atOnce(int threads, int runs, long freeBytes, long bytesPerRun) {
    double room = USABLE * freeBytes / Math.max(1, bytesPerRun);
    return (int) Math.max(1, Math.min(Math.min(threads, runs), room));
  }

  /** The bytes that the heap can still grow by, or has free. */
  public static long freeBytes() {
    Runtime runtime = Runtime.getRuntime();
    return runtime.maxMemory() - (runtime.totalMemory() - runtime.freeMemory());
  }
}
