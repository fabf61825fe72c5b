package io.reelrecs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.util.concurrent.FutureCallback;
import com.google.common.util.concurrent.Futures;
import com.google.common.util.concurrent.MoreExecutors;
import com.google.gson.JsonParser;
import io.grpc.Grpc;
import io.grpc.InsecureChannelCredentials;
import io.grpc.ManagedChannel;
import io.reelrecs.core.file.OutputFile;
import io.reelrecs.core.model.Model;
import io.reelrecs.core.model.ModelFile;
import io.reelrecs.core.score.Scorer;
import io.reelrecs.core.score.Scores;
import io.reelrecs.core.store.ModelDirectory;
import io.reelrecs.grpc.proto.CandidateFeatures;
import io.reelrecs.grpc.proto.MLScorerGrpc;
import io.reelrecs.grpc.proto.ScoreRequest;
import io.reelrecs.grpc.proto.ScoreResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * The proof of the model life cycle: a server in a process of its own, requests at a steady rate
 * over a socket that do not wait for each other, and models swapped all the while, some of them
 * damaged. docs/operations.md has the command. Takes minutes, and wants the machine for itself.
 */
@Tag("proof")
@EnabledIfSystemProperty(named = "reelrecs.proof", matches = "swaps")
class SwapProofTest {

  private static final int SWAPS = Integer.getInteger("reelrecs.proof.swaps", 500);
  private static final int DAMAGED = Integer.getInteger("reelrecs.proof.damaged", 50);
  private static final int RATE = Integer.getInteger("reelrecs.proof.rate", 1_000);
  private static final int STEADY_SECONDS = Integer.getInteger("reelrecs.proof.steady", 30);
  private static final int WARM_SECONDS = Integer.getInteger("reelrecs.proof.warm", 10);

  /** A ratings file; without one, ratings are made up, as many as ML-100K has. */
  private static final String RATINGS = System.getProperty("reelrecs.proof.ratings", "");

  /** More Java options for the server, separated by spaces. */
  private static final String JAVA = System.getProperty("reelrecs.proof.java", "");

  private static final List<String> ALGORITHMS = List.of("fusion", "item", "user");
  private static final int REQUESTS = 64;
  private static final int CANDIDATES = 200;
  private static final long PATIENCE_SECONDS = 60;

  @TempDir private Path folder;

  private final List<ScoreRequest> requests = new ArrayList<>();

  /** By version and request, the scores. */
  private final List<List<List<Float>>> expected = new ArrayList<>();

  private final AtomicInteger reloads = new AtomicInteger();
  private final AtomicInteger failures = new AtomicInteger();

  @Test
  void swaps_atASteadyRate_loseNothing() throws Exception {
    Path versions = Files.createDirectory(folder.resolve("versions"));
    train(versions);
    point(versions, "v0");
    Process server = serve(versions);
    try {
      BufferedReader out =
          new BufferedReader(
              new InputStreamReader(server.getInputStream(), StandardCharsets.UTF_8));
      int port = JsonParser.parseString(out.readLine()).getAsJsonObject().get("port").getAsInt();
      ManagedChannel channel =
          Grpc.newChannelBuilder("127.0.0.1:" + port, InsecureChannelCredentials.create()).build();
      MLScorerGrpc.MLScorerFutureStub client = MLScorerGrpc.newFutureStub(channel);
      steady(client, WARM_SECONDS);
      Load steady = steady(client, STEADY_SECONDS);
      Load swapping = new Load(client);
      Thread load = new Thread(swapping);
      long start = System.nanoTime();
      load.start();
      swap(versions, server);
      double seconds = (System.nanoTime() - start) / 1e9;
      swapping.stop();
      load.join();
      channel.shutdown().awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS);
      server.toHandle().destroy();
      server.waitFor();

      System.out.printf("rate %d/s, %d candidates%n", RATE, CANDIDATES);
      System.out.println("steady    " + steady);
      System.out.println("swapping  " + swapping);
      System.out.printf(
          "%d swaps and %d damaged models in %.1f s; the server counted %d and %d%n",
          SWAPS, DAMAGED, seconds, reloads.get(), failures.get());
      for (Load one : List.of(steady, swapping)) {
        assertThat(one.errors).hasValue(0);
        assertThat(one.wrong).hasValue(0);
      }
      assertThat(reloads).hasValue(SWAPS);
      assertThat(failures).hasValue(DAMAGED);
      assertThat(swapping.percentile(99)).isLessThanOrEqualTo(2 * steady.percentile(99));
    } finally {
      server.destroyForcibly();
    }
  }

  private void train(Path versions) throws Exception {
    Path ratings = RATINGS.isEmpty() ? folder.resolve("ratings.dat") : Path.of(RATINGS);
    if (RATINGS.isEmpty()) {
      String size = "data synthesize --users 943 --movies 1682 --ratings 100000 --out " + ratings;
      assertThat(Run.of(size.split(" ")).status()).isZero();
    }
    for (int version = 0; version < ALGORITHMS.size(); version++) {
      Path file = versions.resolve("v" + version + ".rrm");
      String train = "train --algorithm " + ALGORITHMS.get(version) + " --out " + file;
      String[] words = (train + " --ratings " + ratings).split(" ");
      assertThat(Run.of(words).status()).isZero();
      Model model = ModelFile.read(file);
      if (requests.isEmpty()) {
        makeRequests(model);
      }
      Scorer scorer = Scorer.of(model);
      expected.add(requests.stream().map(request -> answer(scorer, request)).toList());
    }
    assertThat(expected.get(0)).isNotEqualTo(expected.get(1));
    byte[] bytes = Files.readAllBytes(versions.resolve("v0.rrm"));
    for (int i = 0; i < DAMAGED; i++) { // each in another place, and some of them cut
      byte[] damaged = i % 5 == 0 ? Arrays.copyOf(bytes, bytes.length / (i + 2)) : bytes.clone();
      damaged[(int) ((long) damaged.length * i / DAMAGED)] ^= 1;
      Files.write(versions.resolve("bad" + i + ".rrm"), damaged);
    }
  }

  private void makeRequests(Model model) {
    Random random = new Random(1);
    for (int i = 0; i < REQUESTS; i++) {
      int user = random.nextInt(model.users().size());
      ScoreRequest.Builder request =
          ScoreRequest.newBuilder().setUserId((int) model.users().idAt(user));
      for (int c = 0; c < CANDIDATES; c++) {
        int movie = random.nextInt(model.movies().size());
        request.addFeatures(
            CandidateFeatures.newBuilder().setMovieId((int) model.movies().idAt(movie)));
      }
      requests.add(request.build());
    }
  }

  /** What a server answers whose weights are those of the cf score alone. */
  private static List<Float> answer(Scorer scorer, ScoreRequest request) {
    long[] movies =
        request.getFeaturesList().stream().mapToLong(CandidateFeatures::getMovieId).toArray();
    Scores scores = scorer.score(request.getUserId(), movies);
    List<Float> answer = new ArrayList<>();
    for (int i = 0; i < scores.size(); i++) {
      answer.add((float) scores.value(i));
    }
    return answer;
  }

  private Process serve(Path versions) throws IOException {
    List<String> command =
        new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin/java").toString()));
    command.addAll(Arrays.stream(JAVA.split(" ")).filter(word -> !word.isEmpty()).toList());
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
    String serve = "serve --json --port 0 --host 127.0.0.1 --weights 1,0,0,0,0";
    command.addAll(List.of((serve + " --reload-period 0.05 --model " + versions).split(" ")));
    Process server = new ProcessBuilder(command).start();
    Thread reader = new Thread(() -> count(server), "errors of the server");
    reader.setDaemon(true);
    reader.start();
    return server;
  }

  private void count(Process server) {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(server.getErrorStream(), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.contains(" serves in place of ")) {
          reloads.incrementAndGet();
        } else if (line.contains(" was not loaded, version v")) {
          failures.incrementAndGet();
        } else if (line.startsWith("answered ")) {
          System.out.println("the server: " + line);
        }
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private void swap(Path versions, Process server) throws Exception {
    int damaged = 0;
    for (int swap = 1; swap <= SWAPS; swap++) {
      if ((long) damaged * SWAPS < (long) swap * DAMAGED) {
        point(versions, "bad" + damaged++);
        await(failures, damaged, server);
      }
      point(versions, "v" + swap % ALGORITHMS.size());
      await(reloads, swap, server);
    }
  }

  private static void point(Path versions, String name) throws IOException {
    ByteBuffer text = StandardCharsets.UTF_8.encode(name + "\n");
    new OutputFile(versions.resolve(ModelDirectory.POINTER), "pointer")
        .write(channel -> channel.write(text));
  }

  private static void await(AtomicInteger count, int value, Process server) throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (count.get() < value) {
      assertThat(server.isAlive()).isTrue();
      assertThat(System.nanoTime()).as("waiting for the server").isLessThan(end);
      Thread.sleep(5);
    }
  }

  private Load steady(MLScorerGrpc.MLScorerFutureStub client, int seconds) throws Exception {
    Load load = new Load(client);
    Thread thread = new Thread(load);
    thread.start();
    TimeUnit.SECONDS.sleep(seconds);
    load.stop();
    thread.join();
    return load;
  }

  /** Requests at a steady rate; a late one is late by its schedule, not by when it was sent. */
  private final class Load implements Runnable {

    private final MLScorerGrpc.MLScorerFutureStub client;
    private final AtomicInteger errors = new AtomicInteger();
    private final AtomicInteger wrong = new AtomicInteger();
    private final AtomicLong answered = new AtomicLong();
    private long[] nanos = new long[1 << 16];
    private int size;
    private volatile boolean stopped;

    Load(MLScorerGrpc.MLScorerFutureStub client) {
      this.client = client;
    }

    void stop() {
      stopped = true;
    }

    @Override
    public void run() {
      long start = System.nanoTime();
      long sent = 0;
      while (!stopped) {
        long due = start + sent * 1_000_000_000L / RATE;
        for (long wait; (wait = due - System.nanoTime()) > 0; ) {
          LockSupport.parkNanos(wait);
        }
        send((int) (sent % REQUESTS), due);
        sent++;
      }
      while (answered.get() < sent) {
        LockSupport.parkNanos(1_000_000);
      }
    }

    private void send(int request, long due) {
      Futures.addCallback(
          client
              .withDeadlineAfter(PATIENCE_SECONDS, TimeUnit.SECONDS)
              .scoreCandidates(requests.get(request)),
          new FutureCallback<ScoreResponse>() {
            @Override
            public void onSuccess(ScoreResponse response) {
              long took = System.nanoTime() - due;
              List<Float> scores = response.getScoresList();
              if (expected.stream().noneMatch(version -> version.get(request).equals(scores))) {
                wrong.incrementAndGet();
              }
              record(took);
            }

            @Override
            public void onFailure(Throwable failure) {
              errors.incrementAndGet();
              record(System.nanoTime() - due);
            }
          },
          MoreExecutors.directExecutor());
    }

    private synchronized void record(long took) {
      if (size == nanos.length) {
        nanos = Arrays.copyOf(nanos, 2 * size);
      }
      nanos[size++] = took;
      answered.incrementAndGet();
    }

    synchronized long percentile(double percent) {
      long[] sorted = Arrays.copyOf(nanos, size);
      Arrays.sort(sorted);
      return sorted[(int) Math.min(size - 1, Math.ceil(percent / 100 * size))];
    }

    @Override
    public String toString() {
      return Text.format(
          "%,d requests, %d errors, %d answers of no version; ms: p50 %.2f, p99 %.2f, p99.9 %.2f,"
              + " most %.1f",
          answered.get(),
          errors.get(),
          wrong.get(),
          percentile(50) / 1e6,
          percentile(99) / 1e6,
          percentile(99.9) / 1e6,
          percentile(100) / 1e6);
    }
  }
}
