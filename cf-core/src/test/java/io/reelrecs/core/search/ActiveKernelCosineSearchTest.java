package io.reelrecs.core.search;

import io.reelrecs.core.kernel.Kernel;
import io.reelrecs.core.kernel.Kernels;
import org.junit.jupiter.api.Tag;

@Tag("kernel")
class ActiveKernelCosineSearchTest extends CosineSearchContract {

  @Override
  Kernel kernel() {
    return Kernels.active();
  }
}
