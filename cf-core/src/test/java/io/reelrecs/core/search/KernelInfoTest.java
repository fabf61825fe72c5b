package io.reelrecs.core.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("kernel")
class KernelInfoTest {

  /** The build says which kernel a run is for; on another one the run would prove nothing. */
  @Test
  void active_isTheKernelThatThisRunIsFor() {
    String wanted = System.getProperty("reelrecs.test.kernel");
    assumeThat(wanted).as("system property reelrecs.test.kernel, set by the build").isNotNull();

    KernelInfo info = KernelInfo.active();

    if (wanted.equals("vector")) { // of whatever width this machine prefers
      assertThat(info.name()).startsWith("vector-");
    } else {
      assertThat(info.name()).isEqualTo(wanted);
    }
  }

  @Test
  void active_agreesWithItself() {
    KernelInfo info = KernelInfo.active();

    assertThat(info.name()).isEqualTo(info.bits() == 0 ? "scalar" : "vector-" + info.bits());
    assertThat(info.vectorModule())
        .isEqualTo(ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent());
    assertThat(KernelInfo.MODULE_FLAG).isEqualTo("--add-modules jdk.incubator.vector");
    assertThat(KernelInfo.KERNEL_PROPERTY).isEqualTo("reelrecs.kernel");
  }
}
