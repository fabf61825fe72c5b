package io.reelrecs.core.search;

import io.reelrecs.core.kernel.DotKernel;
import io.reelrecs.core.kernel.Kernels;
import org.junit.jupiter.api.Tag;

@Tag("kernel")
class ActiveKernelCosineSearchTest extends CosineSearchContract {

  @Override
  DotKernel kernel() {
    return Kernels.active();
  }
}
