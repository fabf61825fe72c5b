package io.reelrecs.core.kernel;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Which kernel to take for the next piece of work: the scalar one until the vector one pays.
 *
 * <p>Until the JIT has compiled them, vector operations are objects, and hundreds of times slower
 * than plain code; bringing them there takes some tenths of a second. A process that has less to do
 * than that must not pay for it. Work is counted in postings, which the scalar kernel walks at
 * about one a nanosecond:
 *
 * <ul>
 *   <li>Blocks of queries come in large pieces. One that brings the work above {@value #PATIENCE}
 *       postings goes to the vector kernel, as do all after it: it gets compiled on the way.
 *   <li>Single queries come in small pieces, and somebody waits for each. After so much work a tiny
 *       {@link KernelTrial} follows each of them, until trials show by the clock that the vector
 *       kernel is compiled.
 * </ul>
 *
 * <p>Both kernels give the same results, so that nobody sees the difference but by the clock.
 * Thread-safe. No threads are started: trials run in the threads that report work.
 */
public final class KernelSwitch {

  private static final long PATIENCE = 300_000_000;

  /** The switch of this JVM, by the system property: made when it is first asked for. */
  private static final class Holder {
    static final KernelSwitch ACTIVE =
        "vector".equals(System.getProperty(Kernels.KERNEL_PROPERTY))
            ? of(Kernels.active())
            : after(Kernels.active(), PATIENCE);
  }

  private final Kernel best;
  private final long patience;
  private final AtomicLong ofBlocks = new AtomicLong();
  private final AtomicLong ofQueries = new AtomicLong();
  private final AtomicBoolean trying = new AtomicBoolean();
  private KernelTrial trial;
  private volatile boolean compiled;

  private KernelSwitch(Kernel best, long patience) {
    this.best = best;
    this.patience = patience;
    compiled = patience == 0 || best.bits() == 0;
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
    return new KernelSwitch(kernel, 0);
  }

  /** A switch to this kernel after so many postings of work. */
  static KernelSwitch after(Kernel kernel, long patience) {
    return new KernelSwitch(kernel, patience);
  }

  /** The kernel for a search of blocks of queries that walks so many postings one by one. */
  public Kernel forBlocks(long postings) {
    return compiled || ofBlocks.addAndGet(postings) >= patience ? best : Kernels.scalar();
  }

  /** The kernel for a single query. */
  public Kernel forQuery() {
    return compiled ? best : Kernels.scalar();
  }

  /** Tells that a single query walked so many postings. May run a trial in this thread. */
  public void walked(long postings) {
    if (compiled
        || ofQueries.addAndGet(postings) < patience
        || !trying.compareAndSet(false, true)) {
      return;
    }
    try {
      trial = trial != null ? trial : new KernelTrial(best);
      compiled = trial.run();
    } finally {
      trying.set(false);
    }
  }
}
