package io.reelrecs.core.kernel;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Which kernel to take for the next piece of work: the scalar one until the vector one is compiled.
 *
 * <p>Until the JIT has compiled them, vector operations are objects, and hundreds of times slower
 * than plain code. A process that lives for a second must not pay for that, nor for the compiler's
 * time. So work begins on the scalar kernel. Once that has taken {@value #PATIENCE_MS} ms in all, a
 * small share of the further time goes to trials of the vector kernel on made-up data, which is
 * what brings it to the compiler; when trials have become fast, it takes over for good. Both
 * kernels give the same results, so that nobody sees the difference but by the clock.
 *
 * <p>Thread-safe. No threads are started: trials run in the threads that report work.
 */
public final class KernelSwitch {

  /** Work on the scalar kernel before the first trial, in milliseconds. */
  private static final long PATIENCE_MS = 300;

  /** One part in so many of the time of work goes to trials. */
  private static final long SHARE = 4;

  /** The switch of this JVM, by the system property: made when it is first asked for. */
  private static final class Holder {
    static final KernelSwitch ACTIVE =
        "vector".equals(System.getProperty(Kernels.KERNEL_PROPERTY))
            ? of(Kernels.active())
            : new KernelSwitch(Kernels.active(), PATIENCE_MS * 1_000_000);
  }

  private final Kernel best;
  private final long patience;
  private final AtomicLong worked = new AtomicLong();
  private final AtomicBoolean trying = new AtomicBoolean();
  private KernelTrial trial;
  private volatile boolean ready;

  private KernelSwitch(Kernel best, long patience) {
    this.best = best;
    this.patience = patience;
    ready = best.bits() == 0;
  }

  /**
   * The switch of this JVM.
   *
   * @throws IllegalArgumentException if the system property has an unknown value
   * @throws IllegalStateException if the property asks for a kernel that cannot run here
   */
  public static KernelSwitch active() {
    Kernels.active(); // throws what a holder would wrap
    return Holder.ACTIVE;
  }

  /** A switch that always gives this kernel. */
  public static KernelSwitch of(Kernel kernel) {
    KernelSwitch fixed = new KernelSwitch(kernel, 0);
    fixed.ready = true;
    return fixed;
  }

  /** A switch of its own that begins trials after so many nanoseconds of work, for tests. */
  static KernelSwitch after(Kernel kernel, long patience) {
    return new KernelSwitch(kernel, patience);
  }

  /** The kernel for the next piece of work. */
  public Kernel current() {
    return ready ? best : Kernels.scalar();
  }

  /** The kernel that this switch ends with. */
  public Kernel best() {
    return best;
  }

  /** Tells of a piece of work with the kernel given before. May run trials in this thread. */
  public void worked(long nanos) {
    if (ready || worked.addAndGet(nanos) < patience || !trying.compareAndSet(false, true)) {
      return;
    }
    try {
      if (trial == null) {
        trial = new KernelTrial(best);
      }
      long end = System.nanoTime() + nanos / SHARE;
      do {
        ready = trial.run();
      } while (!ready && System.nanoTime() < end);
    } finally {
      trying.set(false);
    }
  }
}
