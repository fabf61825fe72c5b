package io.reelrecs.grpc;

import io.grpc.Grpc;
import io.grpc.InsecureChannelCredentials;
import io.grpc.ManagedChannel;
import io.reelrecs.grpc.load.LimitOptions;
import io.reelrecs.grpc.load.Workers;
import io.reelrecs.grpc.proto.MLScorerGrpc;
import io.reelrecs.grpc.proto.ScoreRequest;
import io.reelrecs.grpc.proto.ScoreResponse;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/**
 * Compares kinds of workers: processor time a request, of client and server together since they are
 * one process here, and the tail. Says nothing of how fast a server is; says which kind costs less.
 */
class WorkersProof {

  private static final int AT_ONCE = 16;

  /**
   * {@code -Dproof.seconds} is how long each is measured in each of three rounds, 10 by default.
   */
  @Test
  void workers_ofEachKind_processorTimeAndTail() throws Exception {
    Duration time = Duration.ofSeconds(Integer.getInteger("proof.seconds", 10));
    Map<Workers, StringBuilder> figures = new EnumMap<>(Workers.class);
    for (int round = 0; round <= 3; round++) {
      for (Workers workers : Workers.values()) {
        String measured = measure(workers, time);
        if (round > 0) { // the first one warms up
          figures.computeIfAbsent(workers, w -> new StringBuilder()).append(" | ").append(measured);
        }
      }
    }
    figures.forEach((workers, text) -> System.out.println(workers + text.toString()));
  }

  private static String measure(Workers workers, Duration time) throws Exception {
    ToyScorer scorer = (user, movie) -> 1;
    ServerOptions options =
        ServerOptions.builder()
            .port(0)
            .load(LimitOptions.builder().workers(workers).build())
            .build();
    ScoreRequest request = Requests.plain(1, 200);
    long[] nanos = new long[4_000_000];
    int count = 0;
    try (RecommendationServer server = new RecommendationServer(scorer, options).start()) {
      ManagedChannel channel =
          Grpc.newChannelBuilderForAddress(
                  "127.0.0.1", server.port(), InsecureChannelCredentials.create())
              .directExecutor()
              .build();
      MLScorerGrpc.MLScorerFutureStub client = MLScorerGrpc.newFutureStub(channel);
      Deque<Map.Entry<Long, Future<ScoreResponse>>> open = new ArrayDeque<>();
      long cpu = cpu();
      long end = System.nanoTime() + time.toNanos();
      while (System.nanoTime() < end && count < nanos.length) {
        while (open.size() < AT_ONCE) {
          open.add(Map.entry(System.nanoTime(), client.scoreCandidates(request)));
        }
        Map.Entry<Long, Future<ScoreResponse>> oldest = open.remove();
        oldest.getValue().get();
        nanos[count++] = System.nanoTime() - oldest.getKey();
      }
      cpu = cpu() - cpu;
      channel.shutdownNow();
      Arrays.sort(nanos, 0, count);
      return String.format(
          "%.1f us cpu, p50 %.2f ms, p99 %.2f ms",
          cpu / 1e3 / count, nanos[count / 2] / 1e6, nanos[(int) (count * 0.99)] / 1e6);
    }
  }

  /** The processor time of this process in nanoseconds; in steps of ten milliseconds or so. */
  private static long cpu() {
    return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO).toNanos();
  }
}
