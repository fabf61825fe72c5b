package io.reelrecs.core.kernel;

import java.lang.System.Logger.Level;
import java.util.List;

/**
 * Chooses the kernel, once, when it is first asked for.
 *
 * <p>The system property {@value #KERNEL_PROPERTY} decides: {@code auto} (the default: vector where
 * it can run, else scalar with one log line), {@code scalar}, or {@code vector}.
 */
public final class Kernels {

  /** The system property that decides. */
  public static final String KERNEL_PROPERTY = "reelrecs.kernel";

  /** Overrides the machine's preferred width: 128, 256 or 512. For tests and measurements. */
  public static final String BITS_PROPERTY = "reelrecs.kernel.bits";

  /** The JVM flag without which only the scalar kernel runs. */
  public static final String MODULE_FLAG = "--add-modules jdk.incubator.vector";

  private static final String MODULE = "jdk.incubator.vector";

  private Kernels() {}

  /** The choice, or why there is none: kept, so that every call says the same. */
  private static final class Holder {
    static final Kernel ACTIVE;
    static final RuntimeException FAILURE;

    static {
      Kernel active = null;
      RuntimeException failure = null;
      try {
        active = choose(System.getProperty(KERNEL_PROPERTY, "auto"));
      } catch (IllegalArgumentException | IllegalStateException e) {
        failure = e;
      }
      ACTIVE = active;
      FAILURE = failure;
    }
  }

  /**
   * The kernel for blocks of queries.
   *
   * @throws IllegalArgumentException if the property has an unknown value
   * @throws IllegalStateException if the property asks for a kernel that cannot run here
   */
  public static Kernel active() {
    if (Holder.FAILURE != null) {
      throw Holder.FAILURE;
    }
    return Holder.ACTIVE;
  }

  /** The kernel for a single query: lanes would run empty, so it is always the scalar one. */
  public static Kernel scalar() {
    return ScalarKernel.INSTANCE;
  }

  /** Whether the Vector API is there: its module is in the boot layer. */
  public static boolean vectorModulePresent() {
    return ModuleLayer.boot().findModule(MODULE).isPresent();
  }

  static Kernel choose(String wanted) {
    return switch (wanted) {
      case "scalar" -> scalar();
      case "vector" -> vector();
      case "auto" -> vectorModulePresent() ? vector() : scalarForNow();
      default ->
          throw new IllegalArgumentException(
              KERNEL_PROPERTY + " must be auto, scalar or vector, actual: " + wanted);
    };
  }

  private static Kernel scalarForNow() {
    System.getLogger(Kernels.class.getName())
        .log(
            Level.INFO,
            "the Vector API is off and the scalar kernel runs; for several times the speed"
                + " start the JVM with {0}",
            MODULE_FLAG);
    return scalar();
  }

  private static Kernel vector() {
    if (!vectorModulePresent()) {
      throw new IllegalStateException(
          "the vector kernel was asked for by -D"
              + KERNEL_PROPERTY
              + "=vector, but this JVM has no module "
              + MODULE
              + "; start it with "
              + MODULE_FLAG);
    }
    // Checked here, for what an initializer throws comes out as an error without a message.
    String bits = System.getProperty(BITS_PROPERTY, "");
    if (!List.of("", "128", "256", "512").contains(bits)) {
      throw new IllegalArgumentException(
          BITS_PROPERTY + " must be 128, 256 or 512, actual: " + bits);
    }
    return new VectorKernel();
  }
}
