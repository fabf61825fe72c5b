package io.reelrecs.bench;

import io.reelrecs.bench.machine.MachineBenchmark;
import java.io.PrintStream;
import java.util.List;

/** Where {@code mvn -Pbench verify -Dbench.main=io.reelrecs.bench.MachineMain} starts. */
public final class MachineMain {

  private MachineMain() {}

  /**
   * Measures the machine and ends the process, with a status as {@link BenchMain} has it.
   *
   * @param args none
   */
  public static void main(String[] args) {
    System.exit(run(System.out));
  }

  private static int run(PrintStream out) {
    return BenchMain.status(
        () -> {
          BenchOptions options = BenchOptions.of(System.getProperties(), System.getenv());
          String cases = MachineBenchmark.class.getPackageName();
          Selection selection = new Selection(cases, options.filters());
          return new BenchRun(options, selection, List.of(), out).measure(ForkJvm.arguments());
        },
        out);
  }
}
