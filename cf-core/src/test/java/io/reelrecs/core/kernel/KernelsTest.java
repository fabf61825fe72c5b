package io.reelrecs.core.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("kernel")
class KernelsTest {

  private final String kernel = System.getProperty(Kernels.KERNEL_PROPERTY);
  private final String bits = System.getProperty(Kernels.BITS_PROPERTY);

  @AfterEach
  void restoreProperties() {
    set(Kernels.KERNEL_PROPERTY, kernel);
    set(Kernels.BITS_PROPERTY, bits);
  }

  @Test
  void active_isAlwaysTheSame() {
    assertThat(Kernels.active()).isSameAs(Kernels.active());
  }

  @Test
  void choose_scalar_isScalar_withTheModuleOrWithout() {
    assertThat(Kernels.choose("scalar").name()).isEqualTo("scalar");
  }

  @Test
  void choose_refusesAnUnknownName() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Kernels.choose("avx"))
        .withMessage("reelrecs.kernel must be auto, scalar or vector, actual: avx");
  }

  @Test
  void choose_auto_takesTheVectorKernel_whereTheModuleIs() {
    assertThat(Kernels.choose("auto").name().startsWith("vector-"))
        .isEqualTo(Kernels.vectorModulePresent());
  }

  @Test
  void active_fallsBackToScalar_withoutTheModule() throws ReflectiveOperationException {
    assumeThat(Kernels.vectorModulePresent()).as("module present").isFalse();
    set(Kernels.KERNEL_PROPERTY, null);

    assertThat(activeInANewWorld()).isEqualTo("scalar");
  }

  @Test
  void active_namesTheFlag_whenVectorIsForcedWithoutTheModule() {
    assumeThat(Kernels.vectorModulePresent()).as("module present").isFalse();
    set(Kernels.KERNEL_PROPERTY, "vector");

    assertThatThrownBy(KernelsTest::activeInANewWorld)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("-Dreelrecs.kernel=vector")
        .hasMessageContaining("--add-modules jdk.incubator.vector");
  }

  @Test
  void active_obeysTheProperty_whereTheModuleIs() throws ReflectiveOperationException {
    assumeThat(Kernels.vectorModulePresent()).as("module present").isTrue();
    set(Kernels.KERNEL_PROPERTY, "vector");
    set(Kernels.BITS_PROPERTY, "128");
    assertThat(activeInANewWorld()).isEqualTo("vector-128");
    set(Kernels.BITS_PROPERTY, "256");
    assertThat(activeInANewWorld()).isEqualTo("vector-256");
    set(Kernels.KERNEL_PROPERTY, "scalar");
    assertThat(activeInANewWorld()).isEqualTo("scalar");
  }

  @Test
  void active_refusesAnUnknownName() {
    set(Kernels.KERNEL_PROPERTY, "fast");

    assertThatThrownBy(KernelsTest::activeInANewWorld)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("reelrecs.kernel must be auto, scalar or vector, actual: fast");
  }

  @Test
  void active_refusesAnUnknownWidth() {
    assumeThat(Kernels.vectorModulePresent()).as("module present").isTrue();
    set(Kernels.KERNEL_PROPERTY, "auto");
    set(Kernels.BITS_PROPERTY, "100");

    assertThatThrownBy(KernelsTest::activeInANewWorld)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("reelrecs.kernel.bits must be 128, 256 or 512, actual: 100");
  }

  /** The name of the kernel that a freshly loaded Kernels chooses; asked twice, as a caller may. */
  private static String activeInANewWorld() throws ReflectiveOperationException {
    URL[] classes = {Kernels.class.getProtectionDomain().getCodeSource().getLocation()};
    try (URLClassLoader loader =
        new URLClassLoader(classes, ClassLoader.getPlatformClassLoader())) {
      Class<?> kernels = loader.loadClass(Kernels.class.getName());
      Object first = null;
      RuntimeException failure = null;
      for (int times = 0; times < 2; times++) {
        try {
          first = kernels.getMethod("active").invoke(null);
        } catch (InvocationTargetException e) {
          failure = (RuntimeException) e.getCause();
        }
      }
      if (failure != null) {
        throw failure;
      }
      Class<?> contract = loader.loadClass(Kernel.class.getName());
      return (String) contract.getMethod("name").invoke(first);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void set(String property, String value) {
    if (value == null) {
      System.clearProperty(property);
    } else {
      System.setProperty(property, value);
    }
  }
}
