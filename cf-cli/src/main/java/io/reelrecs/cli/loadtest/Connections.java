package io.reelrecs.cli.loadtest;

import io.grpc.CallOptions;
import io.grpc.ChannelCredentials;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptors;
import io.grpc.Grpc;
import io.grpc.InsecureChannelCredentials;
import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.StatusRuntimeException;
import io.grpc.TlsChannelCredentials;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.MetadataUtils;
import io.reelrecs.grpc.proto.MLScorerGrpc;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The connections to a server. A call's callbacks run on the thread that reads its connection.
 * Thread-safe.
 */
final class Connections implements Wire, AutoCloseable {

  private static final MethodDescriptor<byte[], Integer> METHOD =
      MLScorerGrpc.getScoreCandidatesMethod().toBuilder(RequestBytes.INSTANCE, ScoreCount.INSTANCE)
          .build();

  private static final Metadata.Key<String> AUTHORIZATION =
      Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);

  private static final long CLOSE_SECONDS = 5;

  private final List<ManagedChannel> channels = new ArrayList<>();
  private final Optional<String> authorization;

  private Connections(Optional<String> authorization) {
    this.authorization = authorization;
  }

  /**
   * Makes them; they connect with their first call.
   *
   * @throws IOException if the certificates or the token cannot be read
   */
  static Connections open(ConnectSettings settings) throws IOException {
    ChannelCredentials credentials = InsecureChannelCredentials.create();
    if (settings.authority().isPresent()) {
      credentials =
          TlsChannelCredentials.newBuilder()
              .trustManager(settings.authority().get().toFile())
              .build();
    }
    Optional<String> authorization = Optional.empty();
    if (settings.token().isPresent()) {
      authorization = Optional.of("Bearer " + token(settings.token().get()));
    }
    Connections connections = new Connections(authorization);
    for (int i = 0; i < settings.connections(); i++) {
      Target target = settings.target();
      ManagedChannelBuilder<?> builder =
          Grpc.newChannelBuilderForAddress(target.host(), target.port(), credentials)
              .directExecutor();
      connections.channels.add(retrying(builder, settings.tries()).build());
    }
    return connections;
  }

  private static String token(Path file) throws IOException {
    return Files.readString(file, StandardCharsets.UTF_8).strip();
  }

  private static ManagedChannelBuilder<?> retrying(ManagedChannelBuilder<?> builder, int tries) {
    if (tries == 1) {
      return builder.disableRetry();
    }
    Map<String, Object> policy =
        Map.of(
            "maxAttempts",
            (double) tries,
            "initialBackoff",
            "0.05s",
            "maxBackoff",
            "1s",
            "backoffMultiplier",
            2.0,
            "retryableStatusCodes",
            List.of("UNAVAILABLE", "RESOURCE_EXHAUSTED"));
    Map<String, Object> method =
        Map.of(
            "name", List.of(Map.of("service", MLScorerGrpc.SERVICE_NAME)), "retryPolicy", policy);
    return builder.enableRetry().defaultServiceConfig(Map.of("methodConfig", List.of(method)));
  }

  /** Takes the connections in turn. */
  @Override
  public void send(
      long number, byte[] request, Duration deadline, ClientCall.Listener<Integer> listener) {
    ManagedChannel channel = channels.get((int) (number % channels.size()));
    ClientCall<byte[], Integer> call = channel.newCall(METHOD, options(deadline));
    call.start(listener, headers());
    call.request(2); // the answer, and a second one, which would be an error
    call.sendMessage(request);
    call.halfClose();
  }

  private static CallOptions options(Duration deadline) {
    return CallOptions.DEFAULT.withDeadlineAfter(deadline.toNanos(), TimeUnit.NANOSECONDS);
  }

  private Metadata headers() {
    Metadata headers = new Metadata();
    authorization.ifPresent(value -> headers.put(AUTHORIZATION, value));
    return headers;
  }

  /**
   * Sends a request over each connection, one after the other, and waits for the answers.
   *
   * @throws StatusRuntimeException with the first status that is not OK
   */
  void probe(byte[] request, Duration deadline) {
    for (ManagedChannel channel : channels) {
      ClientCalls.blockingUnaryCall(
          ClientInterceptors.intercept(
              channel, MetadataUtils.newAttachHeadersInterceptor(headers())),
          METHOD,
          options(deadline),
          request);
    }
  }

  /** Hangs up; calls under way are cancelled. */
  @Override
  public void close() {
    channels.forEach(ManagedChannel::shutdownNow);
    try {
      for (ManagedChannel channel : channels) {
        channel.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
