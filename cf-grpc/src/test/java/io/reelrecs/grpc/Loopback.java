package io.reelrecs.grpc;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;

/** The two loopback addresses. */
final class Loopback {

  private Loopback() {}

  static InetAddress v4() throws UnknownHostException {
    return InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
  }

  static InetAddress v6() throws UnknownHostException {
    return InetAddress.getByAddress(new byte[] {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1});
  }

  static boolean hasV6() {
    try (ServerSocket probe = new ServerSocket(0, 1, v6())) {
      return probe.isBound();
    } catch (IOException e) {
      return false;
    }
  }
}
