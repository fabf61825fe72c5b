package io.reelrecs.grpc;

import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.reelrecs.grpc.load.ConnectionLimits;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;

/** Tells the transport what a connection may do. */
final class ConnectionRules {

  /**
   * How many bytes of a request, and of a connection, may be on the way unread: a hundred requests
   * of 200 candidates. Left alone, the transport would measure each connection with pings of its
   * own and let it have up to eight times as much.
   */
  private static final int WINDOW_BYTES = 1 << 20;

  private ConnectionRules() {}

  static void apply(ConnectionLimits limits, NettyServerBuilder builder) {
    builder
        .flowControlWindow(WINDOW_BYTES)
        .maxConcurrentCallsPerConnection(limits.maxStreams())
        .maxInboundMetadataSize(limits.maxHeaderBytes())
        .maxRstFramesPerWindow(limits.maxResets(), (int) ConnectionLimits.RESET_WINDOW.toSeconds())
        // A client that is idle between page views may ask whether the server is there.
        .permitKeepAliveWithoutCalls(true);
    set(builder::handshakeTimeout, limits.handshakeTimeout());
    set(builder::keepAliveTime, limits.keepaliveTime());
    set(builder::keepAliveTimeout, limits.keepaliveTimeout());
    set(builder::permitKeepAliveTime, limits.minPingInterval());
    if (!limits.maxConnectionAge().isZero()) {
      set(builder::maxConnectionAge, limits.maxConnectionAge());
      set(builder::maxConnectionAgeGrace, limits.maxConnectionAgeGrace());
    }
  }

  private static void set(BiFunction<Long, TimeUnit, ?> rule, Duration value) {
    var unused = rule.apply(value.toNanos(), TimeUnit.NANOSECONDS);
  }
}
