package io.reelrecs.train.heap;

import java.util.Locale;

/**
 * How much heap a training takes, about, and how much there is.
 *
 * @param what the training: its algorithm and data, as in "fusion on 1,000,209 ratings"
 * @param bytes the smallest heap that it should run in without trouble
 * @param available what the heap of this JVM may grow to
 */
public record HeapNeed(String what, long bytes, long available) {

  /** What a JVM that does nothing takes, and the regions that a collector leaves half empty. */
  private static final double BASE = 24e6;

  /** What a collector needs to work with, above what is alive. */
  private static final double ROOM = 1.15;

  private static final double BYTES_PER_GB = 1 << 30;
  private static final double BYTES_PER_MB = 1 << 20;

  /**
   * The need of a training that has so many bytes alive at its highest, in the heap of this JVM.
   */
  public static HeapNeed of(String what, double alive) {
    return new HeapNeed(what, (long) (BASE + ROOM * alive), Runtime.getRuntime().maxMemory());
  }

  /** Whether the heap is large enough. */
  public boolean fits() {
    return bytes <= available;
  }

  /**
   * Refuses what does not fit.
   *
   * @return this, which does
   * @throws HeapTooSmallException if it does not
   */
  public HeapNeed check() {
    if (!fits()) {
      throw new HeapTooSmallException(this);
    }
    return this;
  }

  /** The option that gives a JVM enough heap, in whole gigabytes above one, as in "-Xmx3g". */
  public String option() {
    double gigabytes = bytes / BYTES_PER_GB;
    return gigabytes > 1
        ? "-Xmx" + (long) Math.ceil(gigabytes) + "g"
        : "-Xmx" + (long) Math.ceil(bytes / BYTES_PER_MB / 64) * 64 + "m";
  }

  /** Both figures, as in "fusion on 1,000,209 ratings needs about 0.6 GB of heap, of 5.8 GB". */
  @Override
  public String toString() {
    return what + " needs about " + text(bytes) + " of heap; this Java has " + text(available);
  }

  /** A number of bytes in the units of -Xmx, 1024 of one to the next. */
  private static String text(long bytes) {
    return bytes < BYTES_PER_GB
        ? String.format(Locale.ROOT, "%.0f MB", bytes / BYTES_PER_MB)
        : String.format(Locale.ROOT, "%,.1f GB", bytes / BYTES_PER_GB);
  }
}
