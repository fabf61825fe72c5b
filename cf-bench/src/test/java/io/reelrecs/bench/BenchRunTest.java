package io.reelrecs.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.reelrecs.bench.toy.ForkFlagsBenchmark;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real JMH runs in real forked JVMs, as short as they can be. */
class BenchRunTest {

  private static final String SPIN = "WorkingBenchmark.spin";
  private static final Duration GENEROUS = Duration.ofHours(1);
  private static final Duration ABSURD = Duration.ofNanos(1);
  private static final Effort SHORTEST =
      new Effort(
          OptionalInt.of(1), Optional.of(Duration.ofMillis(20)), OptionalInt.of(1), List.of());

  private static final int HELD = 0;
  private static final int BROKEN = 1;
  private static final int COULD_NOT_RUN = 2;

  @TempDir Path folder;

  private final ByteArrayOutputStream text = new ByteArrayOutputStream();

  /** The exit status. */
  private int run(String filter, List<String> jvmArgs, Budget... budgets) {
    return run(filter, SHORTEST, List.of(), jvmArgs, budgets);
  }

  private int run(
      String filter,
      Effort effort,
      List<KernelChoice> kernels,
      List<String> jvmArgs,
      Budget... budgets) {
    Optional<Path> none = Optional.empty();
    BenchOptions options =
        new BenchOptions(List.of(filter), effort, true, kernels, jvmArgs, none, none, folder);
    Selection toys = new Selection("io.reelrecs.bench.toy", options.filters());
    PrintStream out = new PrintStream(text, true, StandardCharsets.UTF_8);
    BenchRun run = new BenchRun(options, toys, List.of(budgets), out);
    return BenchMain.status(() -> run.measure(ForkJvm.arguments()), out);
  }

  private int run(String filter, Budget... budgets) {
    return run(filter, List.of(), budgets);
  }

  private String output() {
    return text.toString(StandardCharsets.UTF_8);
  }

  @Test
  void measure_generousBudget_heldAndReported() throws Exception {
    assertThat(run("spin", new Budget(SPIN, 99, GENEROUS))).isEqualTo(HELD);
    assertThat(output())
        .startsWith("running WorkingBenchmark.spin")
        .containsPattern("WorkingBenchmark\\.spin +[\\d,]+ .* p99 <= 3600 s +\\d+x")
        .contains("all budgets held")
        .doesNotContain("WARNING", "BROKEN");
    assertThat(folder.resolve("jmh-result.json")).content().contains("toy.WorkingBenchmark.spin");
    assertThat(folder.resolve("jmh.log")).content().contains("# JMH version");
  }

  @Test
  void measure_absurdBudget_brokenAndSaysByHowMuch() throws Exception {
    assertThat(run("spin", new Budget(SPIN, 99, ABSURD))).isEqualTo(BROKEN);
    assertThat(output())
        .containsPattern(
            "BUDGETS BROKEN:\\R  WorkingBenchmark\\.spin: p99 is [\\d.]+ .?s, the budget is 1 ns")
        .doesNotContain("held");
  }

  @Test
  void measure_oneBudgetOfTwoBroken_broken() throws Exception {
    assertThat(run("spin", new Budget(SPIN, 99, GENEROUS), new Budget(SPIN, 50, ABSURD)))
        .isEqualTo(BROKEN);
    assertThat(output()).containsPattern("p50 is .* the budget is 1 ns");
  }

  @Test
  void measure_benchmarkFails_broken() throws Exception {
    assertThat(run("FailingBenchmark|spin", new Budget("FailingBenchmark.fail", 99, GENEROUS)))
        .isEqualTo(BROKEN);
    assertThat(output())
        .contains("FailingBenchmark.fail failed; ")
        .contains("FailingBenchmark.fail gave no result, so its budget is not held");
    assertThat(folder.resolve("jmh.log")).content().contains("as it is meant to");
  }

  @Test
  void measure_benchmarkWithoutBudgetFails_broken() throws Exception {
    assertThat(run("failOnTwo")).isEqualTo(BROKEN);
    assertThat(output())
        .contains("ParametrizedBenchmark.failOnTwo number=2 failed; ")
        .doesNotContain("number=1 failed");
  }

  @Test
  void measure_budgetOfABenchmarkThatIsNotThere_broken() throws Exception {
    assertThat(run("spin", new Budget("WorkingBenchmark.spinning", 99, GENEROUS)))
        .isEqualTo(BROKEN);
    assertThat(output()).contains("WorkingBenchmark.spinning gave no result");
  }

  @Test
  void measure_budgetOfABenchmarkNotSelected_notLookedAt() throws Exception {
    assertThat(run("spin", new Budget("FailingBenchmark.fail", 99, ABSURD))).isEqualTo(HELD);
    assertThat(output()).contains("no budgets to hold");
  }

  @Test
  void measure_filterSelectsNothing_refused() {
    assertThat(run("nothing")).isEqualTo(COULD_NOT_RUN);
    assertThat(output()).contains("could not run: filter must select a benchmark, actual: nothing");
  }

  @Test
  void measure_anyFork_hasTheVectorModuleAndTheCallersArguments() throws Exception {
    List<String> own = List.of("-D" + ForkFlagsBenchmark.PROPERTY + "=set");
    assertThat(run("look", own)).as(output()).isEqualTo(HELD);
    assertThat(run("look")).isEqualTo(BROKEN);
  }

  @Test
  void measure_forkOutput_noWarningButThatOfTheIncubatorModule() throws Exception {
    assertThat(run("spin")).isEqualTo(HELD);
    assertThat(Files.readAllLines(folder.resolve("jmh.log")))
        .filteredOn(line -> line.startsWith("WARNING"))
        .containsExactly("WARNING: Using incubator modules: jdk.incubator.vector");
  }

  @Test
  void measure_kernels_eachHasItsColumnAndItsJvm() throws Exception {
    List<KernelChoice> kernels = List.of(KernelChoice.of("scalar"), KernelChoice.of("128"));
    Budget absurd = new Budget(SPIN, 99, ABSURD);

    assertThat(run("spin", SHORTEST, kernels, List.of(), absurd)).as(output()).isEqualTo(HELD);

    assertThat(output())
        .containsPattern("benchmark \\(median\\) +scalar +vector-128 +allocated")
        .containsPattern("WorkingBenchmark\\.spin +[\\d.]+ .?s +[\\d.]+ .?s \\([\\d.E+]+x\\) +-");
    assertThat(folder.resolve("jmh-result-scalar.json"))
        .content()
        .contains("-Dreelrecs.kernel=scalar");
    assertThat(folder.resolve("jmh-result-vector-128.json"))
        .content()
        .contains("-Dreelrecs.kernel=vector", "-Dreelrecs.kernel.bits=128");
  }

  @Test
  void measure_kernelOfWhichABenchmarkFails_broken() throws Exception {
    List<KernelChoice> kernels = List.of(KernelChoice.of("scalar"));

    assertThat(run("failOnTwo", SHORTEST, kernels, List.of())).isEqualTo(BROKEN);
    assertThat(output()).contains("scalar: ParametrizedBenchmark.failOnTwo number=2 failed");
  }

  @Test
  void measure_profilerGc_showsWhatIsAllocated() throws Exception {
    Effort profiled = SHORTEST.withProfilers(List.of("gc"));

    assertThat(run("spin", profiled, List.of(), List.of())).isEqualTo(HELD);
    assertThat(output())
        .containsPattern("headroom +allocated")
        .containsPattern("WorkingBenchmark\\.spin .* [\\d,]+ B\\R");
  }
}
