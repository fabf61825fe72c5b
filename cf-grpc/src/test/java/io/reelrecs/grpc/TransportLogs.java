package io.reelrecs.grpc;

/** The loggers of the transport, which say at length what a client does wrong. */
final class TransportLogs {

  private static final String PACKAGE = "io.grpc.netty.shaded.io.grpc.netty.";

  private TransportLogs() {}

  static LogCapture ofHandler() {
    return new LogCapture(PACKAGE + "NettyServerHandler");
  }

  static LogCapture ofTransport() {
    return new LogCapture(PACKAGE + "NettyServerTransport");
  }

  static LogCapture ofStream() {
    return new LogCapture(PACKAGE + "NettyServerStream");
  }
}
