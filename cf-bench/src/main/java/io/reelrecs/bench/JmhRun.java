package io.reelrecs.bench;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.NoBenchmarksException;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Runs the selected benchmarks with JMH, in JVMs with the arguments of each run. */
final class JmhRun {

  private final BenchOptions options;
  private final Selection selection;
  private final PrintStream out;
  private final PrintStream log;

  /**
   * What runs have in common.
   *
   * @param out for people
   * @param log takes everything that JMH says
   */
  JmhRun(BenchOptions options, Selection selection, PrintStream out, PrintStream log) {
    this.options = options;
    this.selection = selection;
    this.out = out;
    this.log = log;
  }

  /**
   * What came of a run.
   *
   * @param results one for each benchmark that ran
   * @param failed the labels of those that were begun and gave none
   */
  record Outcome(Collection<RunResult> results, List<String> failed) {}

  /**
   * Runs them once.
   *
   * @param jvmArguments of the JVMs that are measured; those of the options come after them
   * @param json where JMH writes its results
   * @throws IllegalArgumentException if the filter selects no benchmark
   */
  Outcome run(List<String> jvmArguments, Path json) throws RunnerException {
    List<String> arguments = new ArrayList<>(jvmArguments);
    arguments.addAll(options.jvmArgs());
    ChainedOptionsBuilder jmh =
        new OptionsBuilder()
            .jvmArgs(arguments.toArray(new String[0]))
            .resultFormat(ResultFormatType.JSON)
            .result(json.toString());
    options.effort().apply(jmh);
    selection.includes().forEach(jmh::include);
    try {
      Progress progress = new Progress(out, log);
      Collection<RunResult> results = new Runner(jmh.build(), progress).run();
      return new Outcome(results, progress.failed(results));
    } catch (NoBenchmarksException e) {
      throw new IllegalArgumentException(
          "filter must select a benchmark, actual: " + String.join(",", options.filters()), e);
    }
  }
}
