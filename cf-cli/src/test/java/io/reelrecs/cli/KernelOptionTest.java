package io.reelrecs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A JVM chooses its kernel once, so each of these has its own. */
class KernelOptionTest {

  private static final String VECTOR = "--add-modules=jdk.incubator.vector";

  @TempDir private static Path folder;
  private static Path ratings;

  @BeforeAll
  static void makeRatings() throws Exception {
    ratings = SmallModel.ratings(folder.resolve("ratings.dat"));
  }

  @Test
  void kernel_scalar_winsWhereVectorCouldRun() throws Exception {
    assertThat(bench(List.of(VECTOR), "scalar")).contains("\"kernel\":\"scalar\"");
  }

  @Test
  void kernel_vectorAndAuto_areVectorWhereItCanRun() throws Exception {
    assertThat(bench(List.of(VECTOR), "vector")).contains("\"kernel\":\"vector-");
    assertThat(bench(List.of(VECTOR), "auto")).contains("\"kernel\":\"vector-");
  }

  @Test
  void kernel_vectorWithoutTheModule_isRefusedWithAdvice() throws Exception {
    assertThat(bench(List.of(), "vector"))
        .contains("--kernel vector cannot run here", "--add-modules jdk.incubator.vector")
        .doesNotContain("\"case\"");
  }

  @Test
  void kernel_againstTheProperty_isRefused() throws Exception {
    assertThat(bench(List.of(VECTOR, "-Dreelrecs.kernel=scalar"), "vector"))
        .contains("--kernel vector contradicts -Dreelrecs.kernel=scalar; leave one of them out")
        .doesNotContain("\"case\"");
  }

  /** What {@code bench search --kernel KERNEL} prints in a JVM of its own, to both streams. */
  private static String bench(List<String> jvmArguments, String kernel)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(jvmArguments);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
    command.addAll(List.of("bench", "search", "--ratings", ratings.toString()));
    command.addAll(List.of("--seconds", "0.01", "--json", "--kernel", kernel));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return output;
  }
}
