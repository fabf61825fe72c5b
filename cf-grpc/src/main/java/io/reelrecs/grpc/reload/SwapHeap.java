package io.reelrecs.grpc.reload;

import io.reelrecs.grpc.ScoreCacheOptions;
import java.io.IOException;
import java.util.Locale;

/**
 * The heap that a swap takes, when two models are alive, about.
 *
 * @param oldBytes of the model that is served
 * @param newBytes of the one that is to be
 * @param heldBytes of what stays beside them, such as a cache of scores
 * @param available what the heap may grow to
 */
record SwapHeap(long oldBytes, long newBytes, long heldBytes, long available) {

  /** What a server takes that has no model and answers requests. */
  private static final double BASE = 32e6;

  /** What a collector needs to work with, above what is alive. */
  private static final double ROOM = 1.15;

  private static final double BYTES_PER_MB = 1 << 20;
  private static final int MB_STEP = 64;

  static SwapHeap ofThisJava(long oldBytes, long newBytes, long heldBytes) {
    return new SwapHeap(oldBytes, newBytes, heldBytes, Runtime.getRuntime().maxMemory());
  }

  private double needed() {
    return models() + heldBytes;
  }

  private double models() {
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

  /** A heap in which it fits, though what stays may take a share of it: more, the more there is. */
  private long option() {
    double share = heldBytes == 0 ? 0 : 1.0 / ScoreCacheOptions.SHARE_OF_HEAP;
    return (long) Math.ceil(models() / (1 - share) / BYTES_PER_MB / MB_STEP) * MB_STEP;
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "two models at once need about %.0f MB of heap (the one that serves %.0f, the new one"
            + " %.0f%s) and this Java has %.0f MB",
        needed() / BYTES_PER_MB,
        oldBytes / BYTES_PER_MB,
        newBytes / BYTES_PER_MB,
        heldBytes == 0
            ? ""
            : String.format(Locale.ROOT, ", the cache of scores %.0f", heldBytes / BYTES_PER_MB),
        available / BYTES_PER_MB);
  }
}
