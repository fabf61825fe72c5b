package io.reelrecs.cli;

import io.reelrecs.core.search.KernelInfo;
import java.lang.module.ModuleFinder;

/**
 * How searches are computed in this JVM.
 *
 * @param kernel the name of the active kernel
 * @param vectorApi whether the Vector API module is there and in use by this JVM
 */
record KernelStatus(String kernel, VectorApi vectorApi) {

  private static final String VECTOR_MODULE = "jdk.incubator.vector";

  /** What became of the JDK's Vector API module. */
  enum VectorApi {
    /** In the boot layer: vector kernels can run. */
    LOADED("loaded", ""),
    /** In the JDK, but the JVM was started without it. */
    NOT_LOADED(
        "not loaded",
        "The Vector API module is not loaded, so searches run on the slower scalar kernel:"
            + " start with ./reelrecs, or add --add-modules "
            + VECTOR_MODULE
            + " to the java command."),
    /** This Java came without it. */
    ABSENT(
        "not in this Java",
        "This Java has no module "
            + VECTOR_MODULE
            + ", so searches run on the slower scalar kernel:"
            + " use a full JDK, 17 or later, and point JAVA_HOME to it.");

    private final String text;
    private final String advice;

    VectorApi(String text, String advice) {
      this.text = text;
      this.advice = advice;
    }

    /** A few words for a table. */
    String text() {
      return text;
    }

    /** What to do about it; empty when there is nothing to do. */
    String advice() {
      return advice;
    }
  }

  /**
   * Checks the properties that choose the kernel, where they are set.
   *
   * @throws CommandException with {@link ExitCode#USAGE} if they ask for what cannot be
   */
  static void checkProperties() {
    if (System.getProperty(KernelInfo.KERNEL_PROPERTY) == null
        && System.getProperty(KernelInfo.BITS_PROPERTY) == null) {
      return;
    }
    try {
      KernelInfo.active();
    } catch (IllegalArgumentException | IllegalStateException e) {
      throw new CommandException(ExitCode.USAGE, e.getMessage(), e);
    }
  }

  /** Looks at the running JVM. */
  static KernelStatus detect() {
    VectorApi vectorApi = detectVectorApi();
    return new KernelStatus(KernelInfo.active().name(), vectorApi);
  }

  /** What became of the Vector API in this JVM. Chooses no kernel. */
  static VectorApi detectVectorApi() {
    if (ModuleLayer.boot().findModule(VECTOR_MODULE).isPresent()) {
      return VectorApi.LOADED;
    }
    return ModuleFinder.ofSystem().find(VECTOR_MODULE).isPresent()
        ? VectorApi.NOT_LOADED
        : VectorApi.ABSENT;
  }
}
