package io.reelrecs.cli;

import io.grpc.Grpc;
import io.grpc.InsecureChannelCredentials;
import io.grpc.ManagedChannel;
import io.reelrecs.grpc.proto.CandidateFeatures;
import io.reelrecs.grpc.proto.MLScorerGrpc;
import io.reelrecs.grpc.proto.ScoreRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the JVM watches when the launcher lets it make a cache of loaded classes: one run through
 * the commands whose start should be quick, on a few made-up ratings in a temporary folder, without
 * a word. Whatever fails is passed over: the cache then lacks a few classes.
 *
 * <p>Not part of the command, and not meant for people. Takes a few seconds.
 */
final class Rehearsal {

  private static final Pattern PORT = Pattern.compile("\"port\":(\\d+)");
  private static final long PATIENCE_SECONDS = 20;
  private static final int REQUESTS = 20;
  private static final int CANDIDATES = 200;

  private final String ratings;
  private final String model;
  private final String small;

  private Rehearsal(Path folder) {
    ratings = folder.resolve("ratings.dat").toString();
    model = folder.resolve("model.rrm").toString();
    small = folder.resolve("small.rrm").toString();
  }

  /** Rehearses, and removes what it wrote. */
  public static void main(String[] args) throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("reelrecs-rehearsal");
    try {
      new Rehearsal(folder).perform();
    } finally {
      try (Stream<Path> written = Files.walk(folder)) {
        for (Path path : written.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }

  private void perform() throws InterruptedException {
    run(
        "data",
        "synthesize",
        "--users",
        "1200",
        "--movies",
        "800",
        "--ratings",
        "90000",
        "--out",
        ratings);
    run("train", "--ratings", ratings, "--out", model);
    run("train", "--ratings", ratings, "--algorithm", "reference", "--out", small);
    for (String file : List.of(small, model)) {
      run("score", "--user", "1", "--movies", "1,2,3", "--model", file);
      run("score", "--user", "1", "--movie", "1", "--json", "--model", file);
      run("score", "--rated", "1:5,2:4", "--movie", "3", "--model", file);
      run("explain", "--user", "1", "--movie", "1", "--model", file);
      run("similar", "--user", "1", "--model", file);
      run("recommend", "--user", "1", "--model", file);
      run("model", "inspect", "--model", file);
      serve(file);
    }
    run("--help");
    run("--version");
    run();
    for (String command : List.of("data", "train", "score", "recommend", "serve", "evaluate")) {
      run(command, "--help");
    }
    run("algorithms");
    run("doctor");
    run("nonsense");
  }

  /** Starts the server, sends it requests as a client would, and stops it. */
  private static void serve(String file) throws InterruptedException {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    Thread server =
        new Thread(
            () -> runInto(said, "serve", "--port", "0", "--json", "--model", file),
            "reelrecs-rehearsal");
    server.setDaemon(true);
    server.start();
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    Matcher port = PORT.matcher("");
    while (server.isAlive() && System.nanoTime() < end && !port.find()) {
      Thread.sleep(20);
      port.reset(said.toString(StandardCharsets.UTF_8));
    }
    if (port.reset().find()) {
      request(Integer.parseInt(port.group(1)));
    }
    server.interrupt();
    server.join(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
  }

  private static void request(int port) throws InterruptedException {
    ScoreRequest.Builder request = ScoreRequest.newBuilder().setUserId(1);
    for (int movie = 1; movie <= CANDIDATES; movie++) {
      request.addFeatures(
          CandidateFeatures.newBuilder().setMovieId(movie).setPopularityPercentile(0.5f));
    }
    ManagedChannel channel =
        Grpc.newChannelBuilder("localhost:" + port, InsecureChannelCredentials.create()).build();
    try {
      for (int i = 0; i < REQUESTS; i++) {
        MLScorerGrpc.newBlockingStub(channel)
            .withDeadlineAfter(PATIENCE_SECONDS, TimeUnit.SECONDS)
            .scoreCandidates(request.build());
      }
    } catch (RuntimeException e) {
      // No answer, no rehearsal of it.
    } finally {
      channel.shutdownNow().awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }
  }

  private static void run(String... args) {
    runInto(OutputStream.nullOutputStream(), args);
  }

  private static void runInto(OutputStream out, String... args) {
    Main.run(
        args,
        InputStream.nullInputStream(),
        out,
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
  }
}
