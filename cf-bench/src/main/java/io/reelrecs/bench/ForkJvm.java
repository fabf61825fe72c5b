package io.reelrecs.bench;

import io.reelrecs.bench.cases.Inputs;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The arguments of the JVMs that are measured: those of the launcher, and where the inputs are. */
final class ForkJvm {

  /** From here on the JVM warns of what protobuf, Netty and JMH itself do, unless told not to. */
  private static final int WARNS_OF_UNSAFE = 24;

  private ForkJvm() {}

  static List<String> arguments() {
    List<String> arguments = new ArrayList<>();
    arguments.add("-Xmx2g");
    arguments.add("--add-modules=jdk.incubator.vector");
    if (Runtime.version().feature() >= WARNS_OF_UNSAFE) {
      arguments.add("--sun-misc-unsafe-memory-access=allow");
      arguments.add("--enable-native-access=ALL-UNNAMED");
    }
    return arguments;
  }

  static List<String> arguments(Path ratings, Path model, Path folder) {
    List<String> arguments = arguments();
    arguments.add(property(Inputs.RATINGS, ratings));
    arguments.add(property(Inputs.MODEL, model));
    arguments.add(property(Inputs.FOLDER, folder));
    return arguments;
  }

  private static String property(String name, Path file) {
    return "-D" + name + "=" + file.toAbsolutePath();
  }
}
