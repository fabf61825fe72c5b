package io.reelrecs.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.format.OutputFormat;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * One line on the console per benchmark, everything JMH has to say in a log; and the memory of what
 * was begun, so that a benchmark that fails is not forgotten. JMH calls it from one thread.
 */
final class Progress implements OutputFormat {

  private final PrintStream console;
  private final OutputFormat log;
  private final Map<String, String> begun = new LinkedHashMap<>();

  Progress(PrintStream console, PrintStream log) {
    this.console = console;
    this.log = OutputFormatFactory.createFormatInstance(log, VerboseMode.NORMAL);
  }

  /** The labels of the benchmarks that were begun and are not among the results. */
  List<String> failed(Collection<RunResult> results) {
    Map<String, String> failed = new LinkedHashMap<>(begun);
    results.forEach(result -> failed.remove(result.getParams().id()));
    return List.copyOf(failed.values());
  }

  @Override
  public void startBenchmark(BenchmarkParams params) {
    if (begun.put(params.id(), Figures.label(params)) == null) {
      console.println("running " + Figures.label(params));
    }
    log.startBenchmark(params);
  }

  @Override
  public void iteration(BenchmarkParams params, IterationParams iteration, int number) {
    log.iteration(params, iteration, number);
  }

  @Override
  public void iterationResult(
      BenchmarkParams params, IterationParams iteration, int number, IterationResult result) {
    log.iterationResult(params, iteration, number, result);
  }

  @Override
  public void endBenchmark(BenchmarkResult result) {
    log.endBenchmark(result);
  }

  @Override
  public void startRun() {
    log.startRun();
  }

  @Override
  public void endRun(Collection<RunResult> results) {
    log.endRun(results);
  }

  @Override
  public void print(String text) {
    log.print(text);
  }

  @Override
  public void println(String text) {
    log.println(text);
  }

  @Override
  public void verbosePrintln(String text) {
    log.verbosePrintln(text);
  }

  @Override
  public void write(int b) {
    log.write(b);
  }

  @Override
  public void write(byte[] bytes) throws IOException {
    log.write(bytes);
  }

  @Override
  public void flush() {
    log.flush();
  }

  @Override
  public void close() {
    log.close();
  }
}
