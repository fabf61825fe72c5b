package io.reelrecs.grpc;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Finds out which addresses a host and a port stand for. */
final class ListenAddresses {

  private static final int ATTEMPTS = 50;

  private ListenAddresses() {}

  /**
   * The addresses to listen on: for {@code localhost} both loopback addresses that this machine
   * has, on one port; for anything else the one that the host's name resolves to.
   *
   * @throws UnknownHostException if the name means nothing here
   * @throws IOException if no port is free on both loopback addresses
   */
  static List<InetSocketAddress> of(String host, int port) throws IOException {
    if (!host.toLowerCase(Locale.ROOT).equals("localhost")) {
      return List.of(new InetSocketAddress(InetAddress.getByName(host), port));
    }
    List<InetAddress> loopbacks = loopbacks();
    int chosen = port == 0 ? freePort(loopbacks) : port;
    List<InetSocketAddress> addresses = new ArrayList<>();
    for (InetAddress loopback : loopbacks) {
      addresses.add(new InetSocketAddress(loopback, chosen));
    }
    return addresses;
  }

  private static List<InetAddress> loopbacks() throws UnknownHostException {
    InetAddress v4 = InetAddress.getByAddress("localhost", new byte[] {127, 0, 0, 1});
    byte[] one = new byte[16];
    one[15] = 1;
    InetAddress v6 = InetAddress.getByAddress("localhost", one);
    return isFree(v6, 0) ? List.of(v4, v6) : List.of(v4);
  }

  /** A port that was free on all of them a moment ago. */
  private static int freePort(List<InetAddress> hosts) throws IOException {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      try (ServerSocket first = new ServerSocket(0, 1, hosts.get(0))) {
        int port = first.getLocalPort();
        if (hosts.size() == 1 || isFree(hosts.get(1), port)) {
          return port;
        }
      }
    }
    throw new IOException("no port is free on both loopback addresses");
  }

  private static boolean isFree(InetAddress host, int port) {
    try (ServerSocket probe = new ServerSocket(port, 1, host)) {
      return probe.isBound();
    } catch (IOException e) {
      return false;
    }
  }
}
