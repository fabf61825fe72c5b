package io.reelrecs.cli;

import com.google.gson.stream.JsonWriter;
import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What {@code reelrecs doctor} finds.
 *
 * @param version of reelrecs
 * @param java version of the running Java
 * @param vendor who built that Java
 * @param javaHome where it is installed
 * @param kernel how searches are computed
 * @param processors the number of processors this JVM may use
 * @param heapMaxBytes how far the Java heap may grow
 * @param memoryBytes the memory of the machine, or of the container this JVM runs in
 * @param system name, release and architecture of the operating system
 * @param model the default model file
 * @param modelBytes its size; -1 if there is none
 */
record DoctorReport(
    String version,
    String java,
    String vendor,
    String javaHome,
    KernelStatus kernel,
    int processors,
    long heapMaxBytes,
    long memoryBytes,
    String system,
    Path model,
    long modelBytes)
    implements Row {

  private static final long GIB = 1L << 30;

  /** Looks at the running JVM and the present directory. Takes some tens of milliseconds. */
  static DoctorReport examine() {
    Runtime runtime = Runtime.getRuntime();
    Path model = ModelFiles.defaultPath();
    return new DoctorReport(
        Version.number(),
        Runtime.version().toString(),
        System.getProperty("java.vendor"),
        System.getProperty("java.home"),
        KernelStatus.detect(),
        runtime.availableProcessors(),
        runtime.maxMemory(),
        memory(),
        String.join(
            " ",
            System.getProperty("os.name"),
            System.getProperty("os.version"),
            System.getProperty("os.arch")),
        model,
        size(model));
  }

  private static long memory() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize();
  }

  private static long size(Path file) {
    try {
      return Files.isRegularFile(file) ? Files.size(file) : -1;
    } catch (IOException e) {
      return -1;
    }
  }

  /** What should be changed, each with how; empty when all is well. */
  List<String> warnings() {
    List<String> warnings = new ArrayList<>();
    if (!kernel.vectorApi().advice().isEmpty()) {
      warnings.add(kernel.vectorApi().advice());
    }
    if (heapMaxBytes < GIB) {
      warnings.add(
          "The Java heap may grow to "
              + gigabytes(heapMaxBytes)
              + " only; training on a million ratings wants 1 GB:"
              + " set REELRECS_JAVA_OPTS=-Xmx1g, or give the machine more memory.");
    }
    return warnings;
  }

  @Override
  public void writeText(Appendable text) throws IOException {
    line(text, "ReelRecs", version);
    line(text, "Java", java + " (" + vendor + ") in " + javaHome);
    line(text, "Vector API", kernel.vectorApi().text());
    line(text, "Kernel", kernel.kernel());
    line(text, "Processors", Integer.toString(processors));
    line(text, "Heap", "up to " + gigabytes(heapMaxBytes));
    line(text, "Memory", gigabytes(memoryBytes));
    line(text, "System", system);
    line(text, "Model", modelText());
    List<String> warnings = warnings();
    if (warnings.isEmpty()) {
      text.append("\nAll is well.");
    }
    for (String warning : warnings) {
      text.append("\nWarning: ").append(warning);
    }
  }

  private String modelText() {
    return modelBytes < 0
        ? model + " is not here yet; make it with: reelrecs train --ratings FILE"
        : String.format(Locale.ROOT, "%s, %.1f MB", model, modelBytes / 1e6);
  }

  private static void line(Appendable text, String label, String value) throws IOException {
    text.append(String.format(Locale.ROOT, "%-12s%s\n", label, value));
  }

  private static String gigabytes(long bytes) {
    return String.format(Locale.ROOT, "%.1f GB", (double) bytes / GIB);
  }

  @Override
  public void writeJson(JsonWriter json) throws IOException {
    json.name("version").value(version);
    json.name("java").value(java);
    json.name("vendor").value(vendor);
    json.name("java_home").value(javaHome);
    json.name("vector_api").value(kernel.vectorApi() == KernelStatus.VectorApi.LOADED);
    json.name("kernel").value(kernel.kernel());
    json.name("processors").value(processors);
    json.name("heap_max_bytes").value(heapMaxBytes);
    json.name("memory_bytes").value(memoryBytes);
    json.name("system").value(system);
    json.name("model").value(model.toString());
    json.name("model_found").value(modelBytes >= 0);
    json.name("warnings").beginArray();
    for (String warning : warnings()) {
      json.value(warning);
    }
    json.endArray();
  }
}
