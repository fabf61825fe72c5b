package io.reelrecs.grpc;

import java.util.Objects;

/**
 * Whether a server takes requests.
 *
 * @param ready whether it does
 * @param reason why it does not; "ready" where it does
 */
public record Readiness(boolean ready, String reason) {

  /** It does. */
  public static final Readiness READY = new Readiness(true, "ready");

  /** Refuses null. */
  public Readiness {
    Objects.requireNonNull(reason, "reason");
  }

  /** It does not, for that reason. */
  public static Readiness not(String reason) {
    return new Readiness(false, reason);
  }
}
