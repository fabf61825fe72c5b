package io.reelrecs.core.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("kernel")
class KernelSwitchTest {

  private static final long PATIENCE = 1000;

  @Test
  void of_givesThatKernelFromTheStart() {
    KernelSwitch fixed = KernelSwitch.of(Kernels.active());

    assertThat(fixed.forQuery()).isSameAs(Kernels.active());
    assertThat(fixed.forBlocks(0)).isSameAs(Kernels.active());
  }

  @Test
  void forBlocks_isScalar_untilThereIsEnoughWork() {
    KernelSwitch kernels = KernelSwitch.after(Kernels.active(), PATIENCE);

    assertThat(kernels.forBlocks(PATIENCE / 2)).isSameAs(Kernels.scalar());
    assertThat(kernels.forBlocks(PATIENCE / 2 - 1)).isSameAs(Kernels.scalar());
    assertThat(kernels.forBlocks(1)).isSameAs(Kernels.active());
    assertThat(kernels.forBlocks(0)).isSameAs(Kernels.active());
  }

  @Test
  void forBlocks_takesALargePieceAtOnce() {
    KernelSwitch kernels = KernelSwitch.after(Kernels.active(), PATIENCE);

    assertThat(kernels.forBlocks(PATIENCE)).isSameAs(Kernels.active());
  }

  @Test
  void forQuery_isScalar_untilThereWasWorkForAWhile() {
    KernelSwitch kernels = KernelSwitch.after(Kernels.active(), Long.MAX_VALUE);

    for (int times = 0; times < 100_000; times++) {
      kernels.walked(PATIENCE);
    }

    assertThat(kernels.forQuery()).isSameAs(Kernels.scalar());
  }

  /** A trial follows each query, and trials bring the kernel to the compiler. */
  @Test
  void forQuery_becomesTheVectorKernel_whenItIsCompiled() {
    KernelSwitch kernels = KernelSwitch.after(Kernels.active(), 1);
    long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
    while (kernels.forQuery() != Kernels.active() && System.nanoTime() < end) {
      kernels.walked(1);
    }

    assertThat(kernels.forQuery()).isSameAs(Kernels.active());
    assertThat(kernels.forBlocks(0)).isSameAs(Kernels.active());
  }

  @Test
  void active_endsWithTheActiveKernel() {
    assertThat(KernelSwitch.active()).isSameAs(KernelSwitch.active());
    assertThat(KernelSwitch.active().forBlocks(Long.MAX_VALUE / 2)).isSameAs(Kernels.active());
    if ("vector".equals(System.getProperty(Kernels.KERNEL_PROPERTY))) {
      assertThat(KernelSwitch.active().forQuery()).isSameAs(Kernels.active());
    }
  }
}
