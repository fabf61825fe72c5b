package io.reelrecs.grpc;

import io.grpc.BindableService;
import io.grpc.Server;
import io.grpc.ServerServiceDefinition;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.protobuf.services.ProtoReflectionService;
import io.grpc.protobuf.services.ProtoReflectionServiceV1;
import io.reelrecs.grpc.load.Admission;
import io.reelrecs.grpc.security.ServerSecurity;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;

/**
 * A server that listens: HTTP/2 with its limits, the given services, and reflection on them.
 *
 * @param server the running server
 * @param addresses where it listens, with the port that it got
 * @param security whom it lets in
 */
record Listening(Server server, List<InetSocketAddress> addresses, ServerSecurity security) {

  /** A free port may be taken between finding it and listening on it. */
  private static final int ANY_PORT_ATTEMPTS = 5;

  static Listening start(
      ServerOptions options,
      ServerSecurity security,
      Admission admission,
      List<ServerServiceDefinition> services)
      throws ServerStartException {
    for (int left = options.port() == 0 ? ANY_PORT_ATTEMPTS : 1; ; left--) {
      try {
        return attempt(options, security, admission, services);
      } catch (IOException e) {
        if (left == 1) {
          security.close();
          throw StartFailure.explain(options, e);
        }
      }
    }
  }

  private static Listening attempt(
      ServerOptions options,
      ServerSecurity security,
      Admission admission,
      List<ServerServiceDefinition> services)
      throws IOException {
    List<InetSocketAddress> wanted = ListenAddresses.of(options.host(), options.port());
    NettyServerBuilder builder =
        NettyServerBuilder.forAddress(wanted.get(0), security.credentials())
            .maxInboundMessageSize(options.transportBytes())
            .addServices(services)
            .addService(ProtoReflectionServiceV1.newInstance())
            .addService(reflectionForOldClients());
    admission.install(builder);
    security.install(builder);
    ConnectionRules.apply(options.load().connection(), builder);
    options.telemetry().install(builder);
    wanted.stream().skip(1).forEach(builder::addListenAddress);
    Server server = builder.build();
    try {
      server.start();
    } catch (IOException e) {
      server.shutdownNow();
      throw e;
    }
    int port = server.getPort();
    return new Listening(
        server,
        wanted.stream().map(a -> new InetSocketAddress(a.getAddress(), port)).toList(),
        security);
  }

  /** Tools from before 2023 know reflection by this name only. */
  @SuppressWarnings("deprecation")
  private static BindableService reflectionForOldClients() {
    return ProtoReflectionService.newInstance();
  }
}
