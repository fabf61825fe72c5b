package io.reelrecs.core.search;

import io.reelrecs.core.kernel.Kernel;
import io.reelrecs.core.kernel.Kernels;

/**
 * Which kernel this JVM searches with.
 *
 * @param name "scalar", or "vector-" and the width
 * @param bits width of a vector register in bits; 0 for the scalar kernel
 * @param vectorModule whether the Vector API's module is in the boot layer
 */
public record KernelInfo(String name, int bits, boolean vectorModule) {

  /** The JVM flag without which only the scalar kernel runs. */
  public static final String MODULE_FLAG = Kernels.MODULE_FLAG;

  /** The system property that chooses the kernel: auto, scalar or vector. */
  public static final String KERNEL_PROPERTY = Kernels.KERNEL_PROPERTY;

  /** The system property that sets the width of the vector kernel: 128, 256 or 512. */
  public static final String BITS_PROPERTY = Kernels.BITS_PROPERTY;

  /**
   * The kernel that is active.
   *
   * @throws IllegalArgumentException if {@link #KERNEL_PROPERTY} has an unknown value
   * @throws IllegalStateException if it asks for a kernel that cannot run here
   */
  public static KernelInfo active() {
    Kernel kernel = Kernels.active();
    return new KernelInfo(kernel.name(), kernel.bits(), Kernels.vectorModulePresent());
  }
}
