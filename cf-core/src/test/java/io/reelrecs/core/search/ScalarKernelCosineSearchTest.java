package io.reelrecs.core.search;

import io.reelrecs.core.kernel.DotKernel;
import io.reelrecs.core.kernel.Kernels;

class ScalarKernelCosineSearchTest extends CosineSearchContract {

  @Override
  DotKernel kernel() {
    return Kernels.scalar();
  }
}
