package io.reelrecs.core.kernel;

import org.junit.jupiter.api.Tag;

/** The contract on the kernel of this test run: each run of the build has another one. */
@Tag("kernel")
class ActiveKernelTest extends KernelContract {

  @Override
  Kernel kernel() {
    return Kernels.active();
  }
}
