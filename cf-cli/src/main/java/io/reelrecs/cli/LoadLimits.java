package io.reelrecs.cli;

import io.reelrecs.cli.loadtest.LoadResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** Limits that a load test has to hold, for scripts that guard a figure. */
final class LoadLimits {

  private static final double NANOS = 1e9;

  @Option(
      names = "--max-p99",
      paramLabel = "TIME",
      converter = DurationConverter.class,
      description = "Fail (exit status 7) if the latency's p99 is longer.")
  private Duration maxP99;

  @Option(
      names = "--max-errors",
      paramLabel = "N",
      description = "Fail if more requests have no good answer.")
  private Long maxErrors;

  /**
   * Checks the limits that were set.
   *
   * @throws CommandException with {@link ExitCode#GATE}, naming all that are broken
   */
  void check(LoadResult result) {
    List<String> broken = new ArrayList<>();
    if (maxP99 != null && result.sinceDue().p99() > maxP99.toNanos()) {
      broken.add(
          "the latency's p99 is "
              + Text.seconds(result.sinceDue().p99() / NANOS)
              + ", above the limit of "
              + Text.seconds(maxP99.toNanos() / NANOS));
    }
    if (maxErrors != null && result.errors() > maxErrors) {
      broken.add(
          Text.count(result.errors())
              + " requests have no good answer, above the limit of "
              + Text.count(maxErrors));
    }
    if (!broken.isEmpty()) {
      throw new CommandException(ExitCode.GATE, String.join("\n", broken));
    }
  }
}
