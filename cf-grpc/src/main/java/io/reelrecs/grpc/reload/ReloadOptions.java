package io.reelrecs.grpc.reload;

import java.time.Duration;
import java.util.Objects;

/**
 * How a {@link ModelReloader} looks for new models and makes them ready.
 *
 * @param period the time between two looks at the place of the model; zero to look only when asked
 * @param warmUp the longest time that a model is warmed before it is served; zero for not at all
 * @param heldBytes heap that is taken by what stays when a model is replaced, such as a cache of
 *     scores, so that no model is loaded for which there is no room beside it
 */
public record ReloadOptions(Duration period, Duration warmUp, long heldBytes) {

  /**
   * Checks them.
   *
   * @throws IllegalArgumentException naming the one that is negative
   */
  public ReloadOptions {
    notNegative("period", period);
    notNegative("warmUp", warmUp);
    if (heldBytes < 0) {
      throw new IllegalArgumentException("heldBytes must be >= 0, actual: " + heldBytes);
    }
  }

  /** With nothing that stays beside the models. */
  public ReloadOptions(Duration period, Duration warmUp) {
    this(period, warmUp, 0);
  }

  private static void notNegative(String name, Duration value) {
    Objects.requireNonNull(value, name);
    if (value.isNegative()) {
      throw new IllegalArgumentException(name + " must be >= 0, actual: " + value);
    }
  }

  /** A look every second, and at most 2 seconds of warming. */
  public static ReloadOptions defaults() {
    return new ReloadOptions(Duration.ofSeconds(1), Duration.ofSeconds(2));
  }
}
