package io.reelrecs.core.kernel;

class ScalarKernelTest extends KernelContract {

  @Override
  Kernel kernel() {
    return Kernels.scalar();
  }
}
