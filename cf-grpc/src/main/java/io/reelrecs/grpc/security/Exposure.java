package io.reelrecs.grpc.security;

import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;

/** Whether it is all right to listen somewhere. */
final class Exposure {

  private static final System.Logger LOG = System.getLogger(Exposure.class.getName());

  private Exposure() {}

  /** Refuses to listen beyond loopback without TLS, unless that is asked for. */
  static void check(SecurityOptions options, String host) {
    if (options.tls().isPresent() || isLoopback(host)) {
      return;
    }
    boolean tokens = options.callers().isPresent();
    if (!options.insecure()) {
      throw new IllegalArgumentException(
          "will not listen on "
              + host
              + " without TLS: "
              + (tokens
                  ? "tokens would be sent for everybody on the way to read."
                  : "everybody who reaches this machine could ask it, and read what others ask.")
              + " Set tls-cert and tls-key; or listen on localhost; or set insecure if something"
              + " in front of it, a service mesh for one, encrypts"
              + (tokens ? "." : " and knows who calls."));
    }
    if (tokens) {
      LOG.log(
          Level.WARNING,
          "Tokens are sent in the clear to {0}; see that something in front of it encrypts",
          host);
    }
  }

  /** Names mean what they mean to the server that listens on them; unknown ones are its matter. */
  private static boolean isLoopback(String host) {
    if (host.toLowerCase(Locale.ROOT).equals("localhost")) {
      return true;
    }
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return true; // where it cannot listen, nobody is exposed
    }
  }
}
