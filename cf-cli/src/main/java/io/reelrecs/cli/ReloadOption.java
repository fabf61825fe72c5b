package io.reelrecs.cli;

import io.reelrecs.grpc.reload.ReloadOptions;
import java.time.Duration;
import picocli.CommandLine.Option;

/** How a server looks for new models and makes them ready. */
final class ReloadOption {

  private static final double NANOS = 1e9;

  /** More makes no sense, and fits into a duration. */
  private static final double MOST_SECONDS = 86_400;

  @Option(
      names = "--reload-period",
      paramLabel = "SECONDS",
      defaultValue = "1",
      description =
          "How often to look for a new model, 0 for on SIGHUP only (default: ${DEFAULT-VALUE}).")
  private double period;

  @Option(
      names = "--warm-up",
      paramLabel = "SECONDS",
      defaultValue = "2",
      description =
          "How long to warm a model at most before it is served (default: ${DEFAULT-VALUE}).")
  private double warmUp;

  /** The options, checked, beside something that takes so much of the heap. */
  ReloadOptions options(long heldBytes) {
    return new ReloadOptions(
        duration("reloadPeriod", period), duration("warmUp", warmUp), heldBytes);
  }

  private static Duration duration(String name, double seconds) {
    if (!(seconds >= 0 && seconds <= MOST_SECONDS)) {
      throw new IllegalArgumentException(
          name + " must be in [0, " + Math.round(MOST_SECONDS) + "] seconds, actual: " + seconds);
    }
    return Duration.ofNanos(Math.round(seconds * NANOS));
  }
}
