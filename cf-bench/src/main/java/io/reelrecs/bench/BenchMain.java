package io.reelrecs.bench;

import io.reelrecs.train.ratings.BadDataException;
import java.io.IOException;
import java.io.PrintStream;
import org.openjdk.jmh.runner.RunnerException;

/** Where {@code mvn -Pbench verify} starts, and where it learns whether the budgets were held. */
public final class BenchMain {

  private static final int HELD = 0;
  private static final int BROKEN = 1;
  private static final int COULD_NOT_RUN = 2;

  private BenchMain() {}

  /**
   * Runs the benchmarks that the system properties ask for and ends the process: 0 if every budget
   * was held, 1 if not, 2 if the benchmarks could not run.
   *
   * @param args none
   */
  public static void main(String[] args) {
    System.exit(run(System.out));
  }

  private static int run(PrintStream out) {
    return status(
        () -> {
          BenchOptions options = BenchOptions.of(System.getProperties(), System.getenv());
          Selection selection = Selection.of(options.filters());
          return new BenchRun(options, selection, Budgets.ALL, out).run();
        },
        out);
  }

  /** The exit status of a run; says what is wrong with one that cannot take place. */
  static int status(Run run, PrintStream out) {
    try {
      return run.holds() ? HELD : BROKEN;
    } catch (IllegalArgumentException | BadDataException | IOException | RunnerException e) {
      out.println("the benchmarks could not run: " + e.getMessage());
      return COULD_NOT_RUN;
    }
  }

  /** A run of benchmarks. */
  interface Run {

    /** Runs them and tells whether all budgets were held. */
    boolean holds() throws BadDataException, IOException, RunnerException;
  }
}
