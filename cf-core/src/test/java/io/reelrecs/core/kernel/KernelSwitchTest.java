package io.reelrecs.core.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("kernel")
class KernelSwitchTest {

  private static final long HOUR = TimeUnit.HOURS.toNanos(1);

  @Test
  void of_givesThatKernelFromTheStart() {
    KernelSwitch fixed = KernelSwitch.of(Kernels.active());

    assertThat(fixed.current()).isSameAs(Kernels.active());
    fixed.worked(HOUR);
    assertThat(fixed.current()).isSameAs(Kernels.active());
  }

  @Test
  void current_isScalar_untilThereWasWorkForAWhile() {
    assumeThat(Kernels.active().bits()).as("a vector kernel").isPositive();
    KernelSwitch kernels = KernelSwitch.after(Kernels.active(), HOUR);

    kernels.worked(HOUR - 1);

    assertThat(kernels.current()).isSameAs(Kernels.scalar());
    assertThat(kernels.best()).isSameAs(Kernels.active());
  }

  /** Each report of work allows for some trials, and trials bring the kernel to the compiler. */
  @Test
  void current_becomesTheVectorKernel_whenItIsCompiled() {
    assumeThat(Kernels.active().bits()).as("a vector kernel").isPositive();
    KernelSwitch kernels = KernelSwitch.after(Kernels.active(), 1);
    long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
    while (kernels.current() != Kernels.active() && System.nanoTime() < end) {
      kernels.worked(TimeUnit.MILLISECONDS.toNanos(20));
    }

    assertThat(kernels.current()).isSameAs(Kernels.active());
  }

  @Test
  void current_isScalarForEver_whereThereIsNothingBetter() {
    KernelSwitch kernels = KernelSwitch.after(Kernels.scalar(), 0);
    kernels.worked(HOUR);

    assertThat(kernels.current()).isSameAs(Kernels.scalar());
  }

  @Test
  void active_endsWithTheActiveKernel() {
    assertThat(KernelSwitch.active()).isSameAs(KernelSwitch.active());
    assertThat(KernelSwitch.active().best()).isSameAs(Kernels.active());
    if ("vector".equals(System.getProperty(Kernels.KERNEL_PROPERTY))) {
      assertThat(KernelSwitch.active().current()).isSameAs(Kernels.active());
    }
  }
}
