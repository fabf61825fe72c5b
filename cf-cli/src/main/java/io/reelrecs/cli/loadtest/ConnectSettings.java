package io.reelrecs.cli.loadtest;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * How to connect to a server.
 *
 * @param target where it is
 * @param connections how many TCP connections; requests take them in turn
 * @param authority a file of certificates of which one has signed the server's; without it nothing
 *     is encrypted
 * @param tries how often a request is sent at most when the server is not there or sheds it, 1 to 5
 * @param token a file with the bearer token to show
 */
public record ConnectSettings(
    Target target, int connections, Optional<Path> authority, int tries, Optional<Path> token) {

  private static final int MOST_CONNECTIONS = 1_000;
  private static final int MOST_TRIES = 5;

  /**
   * Checks all of them.
   *
   * @throws IllegalArgumentException naming the one that is out of range
   */
  public ConnectSettings {
    Objects.requireNonNull(target, "target");
    Objects.requireNonNull(authority, "authority");
    Objects.requireNonNull(token, "token");
    if (connections < 1 || connections > MOST_CONNECTIONS) {
      throw new IllegalArgumentException(
          "connections must be in [1, 1000], actual: " + connections);
    }
    if (tries < 1 || tries > MOST_TRIES) { // gRPC itself allows no more
      throw new IllegalArgumentException("tries must be in [1, 5], actual: " + tries);
    }
  }
}
