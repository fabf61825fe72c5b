package io.reelrecs.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;

/**
 * What to run and on what.
 *
 * @param filters regular expressions for the names of the benchmarks; all run if there is none
 * @param effort how long to measure
 * @param quick whether made-up ratings may be few
 * @param kernels the kernels to compare; if there is none, the JVM's own choice is measured alone
 * @param jvmArgs more arguments for the JVMs that are measured; they win over the usual ones
 * @param ratings the ratings file to measure on, if one was named
 * @param data the folder of data sets, if there is one
 * @param folder where results, and what is made for the run, are written
 */
record BenchOptions(
    List<String> filters,
    Effort effort,
    boolean quick,
    List<KernelChoice> kernels,
    List<String> jvmArgs,
    Optional<Path> ratings,
    Optional<Path> data,
    Path folder) {

  private static final Pattern COMMAS = Pattern.compile("\\s*,\\s*");
  private static final Pattern SPACES = Pattern.compile("\\s+");

  /**
   * The options that a JVM was started with; docs/benchmarks.md lists them. An empty value counts
   * as none, because Maven has no other way to say so.
   *
   * @throws IllegalArgumentException naming the property whose value is not as it should be
   */
  static BenchOptions of(Properties properties, Map<String, String> environment) {
    boolean quick = flag("bench.quick", text(properties, "bench.quick").orElse("false"));
    Effort effort = quick ? Effort.QUICK : Effort.FULL;
    Optional<String> forks = text(properties, "bench.forks");
    if (forks.isPresent()) {
      effort = effort.withForks(number("bench.forks", forks.get()));
    }
    effort = effort.withProfilers(split(SPACES, text(properties, "bench.prof")));
    Optional<String> data =
        text(properties, "reelrecs.data")
            .or(() -> Optional.ofNullable(environment.get("REELRECS_DATA")))
            .filter(value -> !value.isBlank());
    return new BenchOptions(
        split(COMMAS, text(properties, "bench.filter")),
        effort,
        quick,
        split(COMMAS, text(properties, "bench.kernels")).stream().map(KernelChoice::of).toList(),
        split(SPACES, text(properties, "bench.jvmArgs")),
        text(properties, "reelrecs.bench.ratings").map(Path::of),
        data.map(Path::of),
        Path.of(text(properties, "bench.folder").orElse("target")));
  }

  private static Optional<String> text(Properties properties, String name) {
    return Optional.ofNullable(properties.getProperty(name))
        .map(String::trim)
        .filter(value -> !value.isEmpty());
  }

  private static List<String> split(Pattern separator, Optional<String> text) {
    return text.map(value -> List.of(separator.split(value))).orElse(List.of());
  }

  private static boolean flag(String name, String value) {
    return switch (value) {
      case "true" -> true;
      case "false" -> false;
      default ->
          throw new IllegalArgumentException(name + " must be true or false, actual: " + value);
    };
  }

  private static int number(String name, String value) {
    try {
      return Integer.parseInt(value);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(name + " must be a number, actual: " + value, e);
    }
  }
}
