package io.reelrecs.cli;

import io.grpc.Grpc;
import io.grpc.InsecureChannelCredentials;
import io.grpc.ManagedChannel;
import io.grpc.StatusRuntimeException;
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
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the JVM watches when the launcher lets it make a cache of loaded classes: one run through
 * the commands whose start should be quick, on a few made-up ratings in a temporary folder, without
 * a word. A command that fails is passed over: the cache then lacks a few classes.
 *
 * <p>Not a command, and not meant for people. Takes a few seconds.
 */
final class Rehearsal {

  private static final List<String> TRAINING =
      List.of(
          "data synthesize --users 600 --movies 400 --ratings 30000 --out RATINGS",
          "train --ratings RATINGS --out fusion.rrm",
          "train --ratings RATINGS --algorithm reference --out reference.rrm");

  private static final List<String> MODELS = List.of("fusion.rrm", "reference.rrm");

  private static final List<String> QUESTIONS =
      List.of(
          "score --user 1 --movie 1 --model MODEL",
          "score --user 1 --movies 1,2,3 --json --model MODEL",
          "score --rated 1:5,2:4 --movie 3 --model MODEL",
          "explain --user 1 --movie 1 --model MODEL",
          "similar --user 1 --model MODEL",
          "recommend --user 1 --model MODEL",
          "model inspect MODEL");

  private static final List<String> HELP =
      List.of("--version", "--help", "train --help", "score --help", "algorithms", "doctor");

  private static final Pattern PORT = Pattern.compile("\"port\":(\\d+)");
  private static final long PATIENCE_SECONDS = 20;
  private static final int REQUESTS = 20;
  private static final int CANDIDATES = 200;

  private final Path folder;
  private final List<String> failed = new ArrayList<>();

  private Rehearsal(Path folder) {
    this.folder = folder;
  }

  /** Rehearses, and removes what it wrote. */
  public static void main(String[] args) throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("reelrecs-rehearsal");
    try {
      perform(folder);
    } finally {
      try (Stream<Path> written = Files.walk(folder)) {
        for (Path path : written.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }

  /**
   * Rehearses in {@code folder}.
   *
   * @return the commands that failed
   */
  static List<String> perform(Path folder) throws InterruptedException {
    Rehearsal rehearsal = new Rehearsal(folder);
    TRAINING.forEach(command -> rehearsal.run(command, ""));
    for (String model : MODELS) {
      QUESTIONS.forEach(command -> rehearsal.run(command, model));
      rehearsal.serve(model);
    }
    HELP.forEach(command -> rehearsal.run(command, ""));
    return rehearsal.failed;
  }

  private void run(String command, String model) {
    if (run(OutputStream.nullOutputStream(), command, model) != ExitCode.OK.status()) {
      failed.add(command);
    }
  }

  private int run(OutputStream out, String command, String model) {
    String[] args = command.split(" ");
    for (int i = 0; i < args.length; i++) {
      if (args[i].equals("MODEL")) {
        args[i] = folder.resolve(model).toString();
      } else if (args[i].equals("RATINGS")) {
        args[i] = folder.resolve("ratings.dat").toString();
      } else if (args[i].endsWith(".rrm")) {
        args[i] = folder.resolve(args[i]).toString();
      }
    }
    PrintStream err =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    return Main.run(args, InputStream.nullInputStream(), out, err);
  }

  /** Starts the server, sends it requests as a client would, and stops it. */
  private void serve(String model) throws InterruptedException {
    String command = "serve --port 0 --json --model MODEL";
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    Thread server = new Thread(() -> run(said, command, model), "reelrecs-rehearsal");
    server.setDaemon(true);
    server.start();
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    Matcher port = PORT.matcher("");
    while (!port.reset(said.toString(StandardCharsets.UTF_8)).find()
        && server.isAlive()
        && System.nanoTime() < end) {
      Thread.sleep(20);
    }
    if (!port.reset(said.toString(StandardCharsets.UTF_8)).find()
        || !request(Integer.parseInt(port.group(1)))) {
      failed.add(command);
    }
    server.interrupt();
    server.join(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
  }

  private static boolean request(int port) throws InterruptedException {
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
      return true;
    } catch (StatusRuntimeException e) {
      return false;
    } finally {
      channel.shutdownNow().awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }
  }
}
