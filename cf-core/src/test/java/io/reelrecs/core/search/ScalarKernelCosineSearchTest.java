package io.reelrecs.core.search;

import io.reelrecs.core.kernel.Kernel;
import io.reelrecs.core.kernel.Kernels;

class ScalarKernelCosineSearchTest extends CosineSearchContract {

  @Override
  Kernel kernel() {
    return Kernels.scalar();
  }
}
