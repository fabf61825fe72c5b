package io.reelrecs.core.kernel;

class ScalarKernelTest extends DotKernelContract {

  @Override
  DotKernel kernel() {
    return Kernels.scalar();
  }
}
