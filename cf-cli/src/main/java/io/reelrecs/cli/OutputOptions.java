package io.reelrecs.cli;

import picocli.CommandLine.Option;

/** The options that every command has. Mixed into each of them. */
final class OutputOptions {

  @Option(names = "--json", description = "Print one JSON object per line.")
  private boolean json;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help.")
  @SuppressWarnings("UnusedVariable") // picocli acts on it
  private boolean help;

  /** The output of one run of the command, as the options ask for. */
  Output open(CliContext context) {
    return new Output(context.out(), json);
  }
}
