package io.reelrecs.cli;

import io.reelrecs.grpc.ScoreCacheOptions;
import picocli.CommandLine.Option;

/** The cache of scores of a server. */
final class ScoreCacheOption {

  @Option(
      names = "--score-cache",
      paramLabel = "MIB",
      defaultValue = "256",
      description =
          "Memory for scores that were asked for before, 0 for none (default: ${DEFAULT-VALUE}).")
  private int mebibytes;

  /** The options, checked. */
  ScoreCacheOptions options() {
    return new ScoreCacheOptions(mebibytes);
  }
}
