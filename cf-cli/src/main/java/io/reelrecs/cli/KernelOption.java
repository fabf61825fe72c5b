package io.reelrecs.cli;

import io.reelrecs.core.search.KernelInfo;
import java.util.List;
import picocli.CommandLine.Option;

/** The kernel to search with, for a command that compares them. */
final class KernelOption {

  private static final String AUTO = "auto";

  @Option(
      names = "--kernel",
      paramLabel = "auto|scalar|vector",
      description = "The kernel to search with (default: auto, vector where it can run).")
  private String kernel;

  /**
   * Makes the library choose this kernel, which it does once in a JVM. Without the option it is
   * what the property {@link KernelInfo#KERNEL_PROPERTY} says.
   *
   * @throws CommandException with {@link ExitCode#USAGE} if there is no such kernel, it cannot run
   *     here, or another one was chosen already
   */
  void choose() {
    if (kernel == null) {
      return;
    }
    if (!List.of(AUTO, "scalar", "vector").contains(kernel)) {
      throw usage("kernel must be auto, scalar or vector, actual: " + kernel);
    }
    KernelStatus.VectorApi vectorApi = KernelStatus.detectVectorApi();
    if (kernel.equals("vector") && vectorApi != KernelStatus.VectorApi.LOADED) {
      throw usage("--kernel vector cannot run here: " + vectorApi.advice());
    }
    String property = System.getProperty(KernelInfo.KERNEL_PROPERTY);
    if (property != null && !property.equals(kernel)) {
      throw usage(
          "--kernel "
              + kernel
              + " contradicts -D"
              + KernelInfo.KERNEL_PROPERTY
              + "="
              + property
              + "; leave one of them out");
    }
    System.setProperty(KernelInfo.KERNEL_PROPERTY, kernel);
    KernelStatus.checkProperties();
    String active = KernelInfo.active().name();
    if (!kernel.equals(AUTO) && !active.startsWith(kernel)) {
      throw usage("--kernel " + kernel + " comes too late: this JVM searches with " + active);
    }
  }

  private static CommandException usage(String message) {
    return new CommandException(ExitCode.USAGE, message);
  }
}
