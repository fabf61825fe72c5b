package io.reelrecs.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Grpc;
import io.grpc.InsecureChannelCredentials;
import io.grpc.ManagedChannel;
import io.reelrecs.core.store.ModelDirectory;
import io.reelrecs.core.store.ModelSource;
import io.reelrecs.grpc.proto.MLScorerGrpc;
import io.reelrecs.grpc.proto.ScoreRequest;
import io.reelrecs.grpc.reload.ModelReloader;
import io.reelrecs.grpc.reload.ReloadOptions;
import io.reelrecs.grpc.reload.TinyModels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Models swapped under requests that come over a socket. */
@Timeout(60)
class ModelSwapTest {

  private static final int VERSIONS = 4;
  private static final int SWAPS = 16;
  private static final int CLIENTS = 2;
  private static final int CANDIDATES = 100;
  private static final ServerOptions OPTIONS =
      ServerOptions.builder().host("127.0.0.1").port(0).build();

  @TempDir private Path folder;

  @Test
  void swaps_underLoad_everyAnswerIsOneVersionsAnswer() throws Exception {
    List<Set<List<Float>>> expected = versions();
    Files.write(folder.resolve("bad.rrm"), TinyModels.damaged(folder.resolve("v0.rrm")));
    point("v0");
    ExecutorService threads = Executors.newCachedThreadPool();
    AtomicBoolean done = new AtomicBoolean();
    ReloadOptions options = new ReloadOptions(Duration.ZERO, Duration.ofMillis(20));
    try (LogCapture log = new LogCapture(ModelReloader.class);
        ModelReloader models = ModelReloader.open(new ModelSource(folder), options);
        RecommendationServer server = new RecommendationServer(models, OPTIONS).start()) {
      List<Future<Integer>> clients = new ArrayList<>();
      for (int client = 0; client < CLIENTS; client++) {
        clients.add(threads.submit(() -> ask(server.port(), expected, done)));
      }
      for (int swap = 1; swap <= SWAPS; swap++) {
        if (swap % 4 == 0) {
          point("bad");
          models.reload();
          int bad = swap / 4;
          await(() -> models.snapshot().failures() == bad, clients);
          assertThat(models.get().version()).isNotEqualTo("bad");
        }
        String version = "v" + swap % VERSIONS;
        point(version);
        models.reload();
        await(() -> models.get().version().equals(version), clients);
      }
      await(() -> log.records().size() == SWAPS + SWAPS / 4, clients); // the last thing it does
      done.set(true);

      for (Future<Integer> client : clients) {
        assertThat(client.get(30, TimeUnit.SECONDS)).isPositive();
      }
      assertThat(models.snapshot().reloads()).isEqualTo(SWAPS);
      assertThat(models.snapshot().failures()).isEqualTo(SWAPS / 4);
      assertThat(log.records()).hasSize(SWAPS + SWAPS / 4);
      assertThat(server.metrics().failedRequests()).isZero();
      assertThat(server.metrics().defaultedScores()).isZero();
    } finally {
      done.set(true);
      threads.shutdownNow();
    }
  }

  /** Writes the versions; returns for each user what each of them answers. */
  private List<Set<List<Float>>> versions() throws Exception {
    List<Set<List<Float>>> expected = new ArrayList<>();
    for (int user = 0; user <= TinyModels.USERS; user++) {
      expected.add(new HashSet<>());
    }
    for (int version = 0; version < VERSIONS; version++) {
      TinyModels.write(version + 1, folder.resolve("v" + version + ".rrm"));
      ServedModel served = ServedModel.of("v" + version, TinyModels.of(version + 1));
      try (RecommendationServer server = new RecommendationServer(() -> served, OPTIONS).start()) {
        ManagedChannel channel = channel(server.port());
        for (int user = 1; user <= TinyModels.USERS; user++) {
          expected.get(user).add(scores(channel, user));
        }
        channel.shutdownNow().awaitTermination(10, TimeUnit.SECONDS);
      }
    }
    assertThat(expected.get(1)).as("versions differ").hasSize(VERSIONS);
    return expected;
  }

  private static ManagedChannel channel(int port) {
    return Grpc.newChannelBuilder("127.0.0.1:" + port, InsecureChannelCredentials.create()).build();
  }

  private static List<Float> scores(ManagedChannel channel, int user) {
    ScoreRequest request = Requests.plain(user, CANDIDATES);
    return MLScorerGrpc.newBlockingStub(channel)
        .withDeadlineAfter(30, TimeUnit.SECONDS)
        .scoreCandidates(request)
        .getScoresList();
  }

  private static int ask(int port, List<Set<List<Float>>> expected, AtomicBoolean done)
      throws InterruptedException {
    ManagedChannel channel = channel(port);
    int answers = 0;
    try {
      while (!done.get()) {
        int user = 1 + answers % TinyModels.USERS;
        assertThat(expected.get(user)).contains(scores(channel, user));
        answers++;
      }
    } finally {
      channel.shutdownNow().awaitTermination(10, TimeUnit.SECONDS);
    }
    return answers;
  }

  private void point(String version) throws Exception {
    Path next = Files.writeString(folder.resolve("next"), version + "\n");
    Files.move(next, folder.resolve(ModelDirectory.POINTER), StandardCopyOption.ATOMIC_MOVE);
  }

  private interface Condition {
    boolean holds();
  }

  private static void await(Condition condition, List<Future<Integer>> clients) throws Exception {
    while (!condition.holds()) {
      for (Future<Integer> client : clients) {
        if (client.isDone()) {
          client.get(); // throws what went wrong
        }
      }
      Thread.sleep(1);
    }
  }
}
