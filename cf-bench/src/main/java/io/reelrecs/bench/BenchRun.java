package io.reelrecs.bench;

import io.reelrecs.train.TrainingJob;
import io.reelrecs.train.TrainingListener;
import io.reelrecs.train.TrainingParameters;
import io.reelrecs.train.TrainingRequest;
import io.reelrecs.train.ratings.BadDataException;
import io.reelrecs.train.ratings.ReadOptions;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.RunnerException;

/** One run of the benchmarks: prepares the data, measures, reports, and says whether all held. */
final class BenchRun {

  private final BenchOptions options;
  private final Selection selection;
  private final List<Budget> budgets;
  private final PrintStream out;
  private final Path log;
  private final Path json;

  /**
   * A run.
   *
   * @param budgets those of benchmarks that are not selected are not looked at
   * @param out for people
   */
  BenchRun(BenchOptions options, Selection selection, List<Budget> budgets, PrintStream out) {
    this.options = options;
    this.selection = selection;
    this.budgets = budgets.stream().filter(b -> selection.covers(b.benchmark())).toList();
    this.out = out;
    log = options.folder().resolve("jmh.log");
    json = options.folder().resolve("jmh-result.json");
  }

  /**
   * Trains a model on the ratings and runs the benchmarks with it.
   *
   * @return whether every benchmark ran and every budget is held
   * @throws IllegalArgumentException if the filter selects no benchmark
   */
  boolean run() throws BadDataException, IOException, RunnerException {
    Path ratings = RatingsSource.find(options, out);
    Path scratch = Files.createDirectories(options.folder().resolve("bench"));
    Path model = scratch.resolve("model.rrm");
    // Trained anew for each run: a model of older code would not be what is to be measured.
    TrainingJob.run(
        new TrainingRequest(
            ratings, Optional.empty(), model, ReadOptions.defaults(), TrainingParameters.DEFAULT),
        TrainingListener.NONE);
    return measure(ForkJvm.arguments(ratings, model, scratch));
  }

  /** Runs the benchmarks in JVMs with these arguments and those of the options. */
  boolean measure(List<String> jvmArguments) throws IOException, RunnerException {
    Files.createDirectories(options.folder());
    try (PrintStream logStream = new PrintStream(log.toFile(), StandardCharsets.UTF_8)) {
      JmhRun jmh = new JmhRun(options, selection, out, logStream);
      return options.kernels().isEmpty()
          ? report(jmh.run(jvmArguments, json))
          : compare(jmh, jvmArguments);
    }
  }

  /**
   * The same work with one kernel after another. Budgets are for the default; none is looked at.
   */
  private boolean compare(JmhRun jmh, List<String> jvmArguments)
      throws IOException, RunnerException {
    KernelTable table = new KernelTable();
    List<String> failed = new ArrayList<>();
    for (KernelChoice kernel : options.kernels()) {
      out.println("kernel " + kernel.label());
      Path result = options.folder().resolve("jmh-result-" + kernel.label() + ".json");
      List<String> arguments = new ArrayList<>(jvmArguments);
      arguments.addAll(kernel.arguments());
      JmhRun.Outcome outcome = jmh.run(arguments, result);
      table.add(kernel, Figures.of(outcome.results()));
      outcome.failed().forEach(label -> failed.add(kernel.label() + ": " + label + " failed"));
    }
    out.println();
    table.print(out);
    out.println();
    out.println("details: " + options.folder().resolve("jmh-result-*.json") + ", " + log);
    failed.forEach(out::println);
    return failed.isEmpty();
  }

  private boolean report(JmhRun.Outcome outcome) {
    Collection<RunResult> results = outcome.results();
    List<String> violations = new ArrayList<>();
    outcome.failed().forEach(label -> violations.add(label + " failed; " + log + " says why"));
    violations.addAll(BudgetCheck.violations(budgets, results));
    out.println();
    new ResultTable(Figures.of(results), budgets).print(out);
    out.println();
    out.println("details: " + json + ", " + log);
    if (violations.isEmpty()) {
      out.println(budgets.isEmpty() ? "no budgets to hold" : "all budgets held");
      return true;
    }
    out.println("BUDGETS BROKEN:");
    violations.forEach(violation -> out.println("  " + violation));
    out.println("Run it again on a quiet machine first; then see docs/benchmarks.md.");
    return false;
  }
}
