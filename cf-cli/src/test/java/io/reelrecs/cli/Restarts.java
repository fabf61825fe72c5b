package io.reelrecs.cli;

import com.google.gson.JsonParser;
import io.grpc.Attributes;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.EquivalentAddressGroup;
import io.grpc.ForwardingClientCall.SimpleForwardingClientCall;
import io.grpc.ForwardingClientCallListener.SimpleForwardingClientCallListener;
import io.grpc.Grpc;
import io.grpc.InsecureChannelCredentials;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.NameResolver;
import io.grpc.NameResolverProvider;
import io.grpc.NameResolverRegistry;
import io.grpc.Status;
import io.grpc.StatusOr;
import io.grpc.StatusRuntimeException;
import io.reelrecs.grpc.proto.CandidateFeatures;
import io.reelrecs.grpc.proto.MLScorerGrpc;
import io.reelrecs.grpc.proto.ScoreRequest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Two replicas, each a process of its own, and a client that spreads its requests over them and
 * tries again as docs/operations.md says it should. The replicas are told to stop by turns, in the
 * middle of the client's requests, and are started anew.
 */
final class Restarts implements AutoCloseable {

  /** The same as in docs/operations.md. */
  static final Map<String, ?> SERVICE_CONFIG =
      Map.of(
          "loadBalancingConfig",
          List.of(Map.of("round_robin", Map.of())),
          "methodConfig",
          List.of(
              Map.of(
                  "name",
                  List.of(Map.of()),
                  "retryPolicy",
                  Map.of(
                      "maxAttempts",
                      5.0,
                      "initialBackoff",
                      "0.05s",
                      "maxBackoff",
                      "1s",
                      "backoffMultiplier",
                      2.0,
                      "retryableStatusCodes",
                      List.of("UNAVAILABLE", "RESOURCE_EXHAUSTED")))));

  private static final String SCHEME = "replicas";
  private static final int CLIENT_THREADS = 4;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Launcher launcher;
  private final Path model;
  private final List<Process> replicas = new ArrayList<>();
  private final List<Integer> ports = new ArrayList<>();
  private final Map<Integer, AtomicInteger> answeredBy = new ConcurrentHashMap<>();
  private final Queue<Status> lost = new ConcurrentLinkedQueue<>();
  private final List<Thread> clients = new ArrayList<>();
  private final NameResolverProvider names = new Names();
  private final ManagedChannel channel;
  private volatile boolean over;

  Restarts(Launcher launcher, Path model) throws IOException {
    this.launcher = launcher;
    this.model = model;
    for (int i = 0; i < 2; i++) {
      replicas.add(null);
      ports.add(0);
      start(i);
    }
    NameResolverRegistry.getDefaultRegistry().register(names);
    channel =
        Grpc.newChannelBuilder(SCHEME + ":///", InsecureChannelCredentials.create())
            .defaultServiceConfig(SERVICE_CONFIG)
            .intercept(new Counter())
            .build();
    for (int i = 0; i < CLIENT_THREADS; i++) {
      clients.add(new Thread(this::ask, "client-" + i));
    }
    clients.forEach(Thread::start);
  }

  /** Starts a replica on the port that it had. */
  void start(int replica) throws IOException {
    Process process =
        launcher.start(
            "serve",
            "--json",
            "--host",
            "127.0.0.1",
            "--port",
            ports.get(replica).toString(),
            "--model",
            model.toString());
    replicas.set(replica, process);
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    String started = lines.readLine();
    if (started == null) {
      throw new IOException("no start: " + launcher.errorsSoFar(process));
    }
    ports.set(replica, JsonParser.parseString(started).getAsJsonObject().get("port").getAsInt());
  }

  /** Stops a replica by SIGTERM and returns its exit status. */
  int stop(int replica) throws InterruptedException {
    awaitAnswersOfBoth();
    replicas.get(replica).toHandle().destroy();
    return replicas.get(replica).waitFor();
  }

  /** A stop is graceful where there is somebody else to ask. */
  private void awaitAnswersOfBoth() throws InterruptedException {
    answeredBy.clear();
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!answeredBy.keySet().containsAll(ports)) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("asked only " + answeredBy + " of " + ports);
      }
      Thread.sleep(10);
    }
  }

  private void ask() {
    ScoreRequest request =
        ScoreRequest.newBuilder()
            .setUserId(1)
            .addFeatures(CandidateFeatures.newBuilder().setMovieId(3))
            .build();
    while (!over) {
      try {
        MLScorerGrpc.newBlockingStub(channel).withDeadlineAfter(PATIENCE).scoreCandidates(request);
        Thread.sleep(1);
      } catch (StatusRuntimeException e) {
        lost.add(e.getStatus());
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  /** Ends the client, and tells which of its requests were not answered. */
  List<Status> lost() throws InterruptedException {
    over = true;
    for (Thread client : clients) {
      client.join();
    }
    return List.copyOf(lost);
  }

  @Override
  public void close() {
    over = true;
    channel.shutdownNow();
    NameResolverRegistry.getDefaultRegistry().deregister(names);
    replicas.forEach(Process::destroyForcibly);
  }

  /** Counts who answered. */
  private final class Counter implements ClientInterceptor {
    @Override
    public <Q, R> ClientCall<Q, R> interceptCall(
        MethodDescriptor<Q, R> method, CallOptions options, Channel next) {
      return new SimpleForwardingClientCall<>(next.newCall(method, options)) {
        @Override
        public void start(Listener<R> listener, Metadata headers) {
          super.start(
              new SimpleForwardingClientCallListener<>(listener) {
                @Override
                public void onMessage(R message) {
                  SocketAddress peer = getAttributes().get(Grpc.TRANSPORT_ATTR_REMOTE_ADDR);
                  int port = ((InetSocketAddress) peer).getPort();
                  answeredBy.computeIfAbsent(port, p -> new AtomicInteger()).incrementAndGet();
                  super.onMessage(message);
                }
              },
              headers);
        }
      };
    }
  }

  /** Knows the addresses of both. */
  private final class Names extends NameResolverProvider {
    @Override
    protected boolean isAvailable() {
      return true;
    }

    @Override
    protected int priority() {
      return 5;
    }

    @Override
    public String getDefaultScheme() {
      return SCHEME;
    }

    @Override
    public NameResolver newNameResolver(URI target, NameResolver.Args args) {
      return new NameResolver() {
        @Override
        public String getServiceAuthority() {
          return "localhost";
        }

        @Override
        public void start(Listener2 listener) {
          List<EquivalentAddressGroup> addresses = new ArrayList<>();
          for (int port : ports) {
            addresses.add(
                new EquivalentAddressGroup(
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), port)));
          }
          listener.onResult(
              ResolutionResult.newBuilder()
                  .setAddressesOrError(StatusOr.fromValue(addresses))
                  .setAttributes(Attributes.EMPTY)
                  .build());
        }

        @Override
        public void shutdown() {}
      };
    }
  }
}
