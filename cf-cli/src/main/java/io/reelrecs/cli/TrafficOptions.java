package io.reelrecs.cli;

import com.google.protobuf.CodedOutputStream;
import io.reelrecs.cli.loadtest.Population;
import io.reelrecs.cli.loadtest.RequestMaker;
import io.reelrecs.cli.loadtest.RequestMix;
import io.reelrecs.train.MatrixReader;
import io.reelrecs.train.ratings.BadDataException;
import io.reelrecs.train.ratings.ReadListener;
import io.reelrecs.train.ratings.ReadOptions;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** What the requests of a load test are like. */
final class TrafficOptions {

  /** Lists of candidates, some 9 kB each where they have 200; and requests that are written. */
  private static final int LISTS = 1 << 11;

  @Option(
      names = "--candidates",
      paramLabel = "N",
      defaultValue = "200",
      description = "Candidates in each request (default: ${DEFAULT-VALUE}).")
  private int candidates;

  @Option(
      names = "--ratings",
      paramLabel = "FILE",
      description = "Draw users and movies as often as they occur in this ratings file.")
  private Path ratings;

  @Option(
      names = "--users",
      paramLabel = "N",
      defaultValue = "6040",
      description = "Without a file: the ids 1 to N, a few often (default: ${DEFAULT-VALUE}).")
  private int users;

  @Option(
      names = "--movies",
      paramLabel = "N",
      defaultValue = "3952",
      description = "The same for movies (default: ${DEFAULT-VALUE}).")
  private int movies;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Another number gives other requests (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--write-requests",
      paramLabel = "FILE",
      description = "Send nothing: write the requests, each after its length, as ghz reads them.")
  private Path file;

  /** Whether the requests are wanted, not what a server makes of them. */
  boolean isToWrite() {
    return file != null;
  }

  /** Writes the requests to the file that was named, in place of what is there. */
  void write() throws BadDataException, IOException {
    RequestMix requests = requests();
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      CodedOutputStream coded = CodedOutputStream.newInstance(out);
      for (int i = 0; i < LISTS; i++) {
        coded.writeByteArrayNoTag(requests.get(i));
      }
      coded.flush();
    }
  }

  int candidates() {
    return candidates;
  }

  long seed() {
    return seed;
  }

  /** The requests, in the order in which they are sent. */
  RequestMix requests() throws BadDataException {
    return RequestMix.of(maker(), LISTS);
  }

  private RequestMaker maker() throws BadDataException {
    Population population = population();
    return CommandException.fromOptions(() -> new RequestMaker(population, candidates, seed));
  }

  private Population population() throws BadDataException {
    if (ratings == null) {
      return CommandException.fromOptions(() -> Population.synthetic(users, seed, movies));
    }
    return Population.of(MatrixReader.read(ratings, ReadOptions.defaults(), ReadListener.NONE));
  }
}
