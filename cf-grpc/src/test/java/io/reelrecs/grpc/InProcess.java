package io.reelrecs.grpc;

import io.grpc.ManagedChannel;
import io.grpc.Server;
import io.grpc.inprocess.InProcessChannelBuilder;
import io.grpc.inprocess.InProcessServerBuilder;
import io.reelrecs.grpc.proto.MLScorerGrpc;
import java.io.IOException;

/** The service as a server offers it, without a socket. */
final class InProcess implements AutoCloseable {

  private final ServiceMetrics metrics = new ServiceMetrics();
  private final Server server;
  private final ManagedChannel channel;

  InProcess(ToyScorer scorer, ServerOptions options) {
    ServedModel model = ServedModel.of(scorer);
    String name = InProcessServerBuilder.generateName();
    try {
      server =
          InProcessServerBuilder.forName(name)
              .addService(RecommendationServer.define(() -> model, options, metrics))
              .build()
              .start();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    channel = InProcessChannelBuilder.forName(name).build();
  }

  InProcess(ToyScorer scorer) {
    this(scorer, ServerOptions.defaults());
  }

  ManagedChannel channel() {
    return channel;
  }

  MLScorerGrpc.MLScorerBlockingStub client() {
    return MLScorerGrpc.newBlockingStub(channel);
  }

  MetricsSnapshot metrics() {
    return metrics.snapshot();
  }

  @Override
  public void close() {
    channel.shutdownNow();
    server.shutdownNow();
  }
}
