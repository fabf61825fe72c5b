package io.reelrecs.grpc;

import io.grpc.ManagedChannel;
import io.grpc.Server;
import io.grpc.inprocess.InProcessChannelBuilder;
import io.grpc.inprocess.InProcessServerBuilder;
import io.reelrecs.grpc.v1.RecommenderServiceGrpc;
import java.io.IOException;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/** The v1 service as a server offers it, without a socket. */
final class InProcessRecommender implements AutoCloseable {

  private final ServiceMetrics metrics = new ServiceMetrics();
  private final Server server;
  private final ManagedChannel channel;

  InProcessRecommender(Supplier<ServedModel> models, RequestLimits limits, Executor heavy) {
    String name = InProcessServerBuilder.generateName();
    try {
      server =
          InProcessServerBuilder.forName(name)
              .addService(RecommenderService.define(models, limits, metrics, heavy))
              .build()
              .start();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    channel = InProcessChannelBuilder.forName(name).build();
  }

  InProcessRecommender(ServedModel model, RequestLimits limits) {
    this(() -> model, limits, Runnable::run);
  }

  InProcessRecommender(ServedModel model) {
    this(model, RequestLimits.DEFAULT);
  }

  ManagedChannel channel() {
    return channel;
  }

  RecommenderServiceGrpc.RecommenderServiceBlockingStub client() {
    return RecommenderServiceGrpc.newBlockingStub(channel);
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
