package io.reelrecs.grpc;

import java.net.UnknownHostException;

/** Words for people: why a server does not listen and what to do next. */
final class StartFailure {

  private StartFailure() {}

  static ServerStartException explain(ServerOptions options, Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    String why = String.valueOf(root.getMessage());
    String where = options.host() + ":" + options.port();
    if (root instanceof UnknownHostException) {
      return make(
          where,
          "the host name is not known",
          "Use localhost, 0.0.0.0 (every IPv4 address), or a name or address of this machine.",
          failure);
    }
    if (why.contains("already in use")) {
      return make(
          where,
          "the port is in use",
          "Stop the process that uses it, or choose another port (0 picks a free one).",
          failure);
    }
    if (why.contains("ermission denied")) {
      return make(
          where,
          "this user may not listen on that port",
          "Choose a port from 1024 up (0 picks a free one).",
          failure);
    }
    return make(
        where,
        why,
        "Use localhost, 0.0.0.0 (every IPv4 address), or an address of this machine, and a free port.",
        failure);
  }

  private static ServerStartException make(
      String where, String why, String next, Throwable failure) {
    return new ServerStartException(
        "cannot listen on " + where + ": " + why + ". " + next, failure);
  }
}
