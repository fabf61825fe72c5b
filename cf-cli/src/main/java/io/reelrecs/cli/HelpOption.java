package io.reelrecs.cli;

import picocli.CommandLine.Option;

/** The help option of a command that has no output of its own. */
final class HelpOption {

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help.")
  @SuppressWarnings("UnusedVariable") // picocli acts on it
  private boolean help;
}
