package io.reelrecs.cli.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * The machine and the JVM that figures were taken on.
 *
 * @param cpu model of the CPU, or its architecture where the system does not say more
 * @param processors how many processors this JVM may use
 * @param memoryBytes memory of the machine, or of the container this JVM runs in
 * @param java version of the running Java
 * @param vendor who built that Java
 * @param heapMaxBytes how far the Java heap may grow
 * @param clockNanos what asking the clock takes, in nanoseconds
 */
public record MachineFacts(
    String cpu,
    int processors,
    long memoryBytes,
    String java,
    String vendor,
    long heapMaxBytes,
    double clockNanos) {

  private static final Path CPU_INFO = Path.of("/proc/cpuinfo");

  /** Looks at the running JVM and its machine. */
  public static MachineFacts examine() {
    return new MachineFacts(
        cpu(CPU_INFO, System.getenv("PROCESSOR_IDENTIFIER"), System.getProperty("os.arch")),
        Runtime.getRuntime().availableProcessors(),
        ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize(),
        Runtime.version().toString(),
        System.getProperty("java.vendor"),
        Runtime.getRuntime().maxMemory(),
        Repeater.clockNanos(System::nanoTime));
  }

  /** What Linux says of its first CPU, else what Windows says, else the architecture. */
  static String cpu(Path cpuInfo, String windows, String architecture) {
    try (Stream<String> lines = Files.lines(cpuInfo)) {
      return lines
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse(architecture);
    } catch (IOException e) {
      return windows == null ? architecture : windows;
    }
  }
}
