package io.reelrecs.grpc.security;

import java.util.Locale;
import java.util.Optional;

/** What a caller may do. */
public enum Role {
  /** Ask for scores, recommendations and the like. */
  SCORE,
  /** Ask for everything, also for what concerns the server itself. */
  ADMIN;

  /** Whether somebody with this role may do what takes {@code needed}. */
  boolean covers(Role needed) {
    return this == ADMIN || this == needed;
  }

  /** The name in a file: lower case. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The role that is written so; empty if none is. */
  static Optional<Role> named(String text) {
    for (Role role : values()) {
      if (role.toString().equals(text)) {
        return Optional.of(role);
      }
    }
    return Optional.empty();
  }
}
