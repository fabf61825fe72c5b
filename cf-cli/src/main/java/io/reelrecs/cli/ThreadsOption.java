package io.reelrecs.cli;

import picocli.CommandLine.Option;

/** How many threads a command works with. */
final class ThreadsOption {

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Threads to work with (default: one per core).")
  private Integer threads;

  int count() {
    int count = threads == null ? Runtime.getRuntime().availableProcessors() : threads;
    if (count < 1) {
      throw new CommandException(ExitCode.USAGE, "threads must be >= 1, actual: " + count);
    }
    return count;
  }
}
