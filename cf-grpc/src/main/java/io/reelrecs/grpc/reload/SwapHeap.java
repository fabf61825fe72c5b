package io.reelrecs.grpc.reload;

import java.io.IOException;
import java.util.Locale;

/**
 * The heap that a swap takes, when two models are alive, about.
 *
 * @param oldBytes of the model that is served
 * @param newBytes of the one that is to be
 * @param available what the heap may grow to
 */
record SwapHeap(long oldBytes, long newBytes, long available) {

  /** What a server takes that has no model and answers requests. */
  private static final double BASE = 32e6;

  /** What a collector needs to work with, above what is alive. */
  private static final double ROOM = 1.15;

  private static final double BYTES_PER_MB = 1 << 20;
  private static final int MB_STEP = 64;

  static SwapHeap ofThisJava(long oldBytes, long newBytes) {
    return new SwapHeap(oldBytes, newBytes, Runtime.getRuntime().maxMemory());
  }

  private double needed() {
    return BASE + ROOM * ((double) oldBytes + newBytes);
  }

  boolean fits() {
    return needed() <= available;
  }

  /** Refuses a swap that would not fit. */
  void check() throws IOException {
    if (!fits()) {
      throw new IOException(advice());
    }
  }

  /** What there is to do where it does not fit. */
  String advice() {
    return this + "; start Java with -Xmx" + option() + "m, or restart it to change the model";
  }

  private long option() {
    return (long) Math.ceil(needed() / BYTES_PER_MB / MB_STEP) * MB_STEP;
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "two models at once need about %.0f MB of heap (the one that serves %.0f, the new one"
            + " %.0f) and this Java has %.0f MB",
        needed() / BYTES_PER_MB,
        oldBytes / BYTES_PER_MB,
        newBytes / BYTES_PER_MB,
        available / BYTES_PER_MB);
  }
}
