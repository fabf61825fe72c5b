package io.reelrecs.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class BenchOptionsTest {

  private static BenchOptions of(String... namesAndValues) {
    Properties properties = new Properties();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      properties.setProperty(namesAndValues[i], namesAndValues[i + 1]);
    }
    return BenchOptions.of(properties, Map.of());
  }

  @Test
  void of_nothing_everythingAtFullLength() {
    BenchOptions expected =
        new BenchOptions(
            List.of(),
            Effort.FULL,
            false,
            List.of(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Path.of("target"));
    assertThat(of()).isEqualTo(expected);
    assertThat(
            of(
                "bench.filter", "",
                "bench.forks", "",
                "bench.jvmArgs", "",
                "bench.kernels", "",
                "bench.prof", "",
                "reelrecs.bench.ratings", "",
                "reelrecs.data", ""))
        .isEqualTo(expected);
  }

  @Test
  void of_everything_asSaid() {
    BenchOptions options =
        of(
            "bench.filter", "oneMovie, Grpc",
            "bench.quick", "true",
            "bench.forks", "3",
            "bench.jvmArgs", "-Xmx8g  -Dreelrecs.kernel=scalar",
            "bench.kernels", "scalar, 512",
            "bench.prof", "gc perfasm:events=cpu-clock",
            "reelrecs.bench.ratings", "data/ratings.dat",
            "reelrecs.data", "data",
            "bench.folder", "out");
    assertThat(options)
        .isEqualTo(
            new BenchOptions(
                List.of("oneMovie", "Grpc"),
                Effort.QUICK.withForks(3).withProfilers(List.of("gc", "perfasm:events=cpu-clock")),
                true,
                List.of(new KernelChoice("scalar", 0), new KernelChoice("vector-512", 512)),
                List.of("-Xmx8g", "-Dreelrecs.kernel=scalar"),
                Optional.of(Path.of("data/ratings.dat")),
                Optional.of(Path.of("data")),
                Path.of("out")));
    assertThat(options.effort().forks()).isEqualTo(OptionalInt.of(3));
  }

  @Test
  void of_dataFolder_propertyBeforeEnvironment() {
    Map<String, String> environment = Map.of("REELRECS_DATA", "there");
    Properties properties = new Properties();
    assertThat(BenchOptions.of(properties, environment).data()).contains(Path.of("there"));
    properties.setProperty("reelrecs.data", "here");
    assertThat(BenchOptions.of(properties, environment).data()).contains(Path.of("here"));
    assertThat(BenchOptions.of(new Properties(), Map.of("REELRECS_DATA", " ")).data()).isEmpty();
  }

  @Test
  void of_badValue_refused() {
    assertRefused("bench.quick must be true or false, actual: yes", "bench.quick", "yes");
    assertRefused(
        "bench.kernels must be of scalar, 128, 256, 512, actual: 64", "bench.kernels", "128,64");
    assertRefused("bench.forks must be a number, actual: two", "bench.forks", "two");
    assertRefused("forks must be >= 1, actual: 0", "bench.forks", "0");
  }

  private static void assertRefused(String message, String name, String value) {
    assertThatThrownBy(() -> of(name, value))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }
}
