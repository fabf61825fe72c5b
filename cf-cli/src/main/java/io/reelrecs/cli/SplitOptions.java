package io.reelrecs.cli;

import io.reelrecs.train.evaluate.split.GivenSplits;
import io.reelrecs.train.evaluate.split.KFold;
import io.reelrecs.train.evaluate.split.LeaveOneOut;
import io.reelrecs.train.evaluate.split.LeaveOneOutProtocol;
import io.reelrecs.train.evaluate.split.Split;
import io.reelrecs.train.evaluate.split.Splits;
import io.reelrecs.train.evaluate.split.TemporalHoldOut;
import io.reelrecs.train.evaluate.split.TopNProtocol;
import io.reelrecs.train.evaluate.split.UserHoldOut;
import io.reelrecs.train.ratings.BadDataException;
import io.reelrecs.train.ratings.RatingTable;
import io.reelrecs.train.ratings.RatingsReader;
import io.reelrecs.train.ratings.ReadListener;
import io.reelrecs.train.ratings.ReadOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** What an evaluation trains on and what it asks. */
final class SplitOptions {

  private static final String LOO_TEST = "test.rating";
  private static final String LOO_NEGATIVES = "test.negative";

  @Option(
      names = "--ratings",
      paramLabel = "FILE",
      description = "The ratings, to be split in one of the ways below.")
  private Path ratings;

  @Option(
      names = "--folds",
      paramLabel = "N",
      description = "Every rating is asked for once, by N models that did not see it (default: 5).")
  private Integer folds;

  @Option(
      names = "--hold-out",
      paramLabel = "PART",
      description = "Ask for a part of each user's ratings, as in 0.2, drawn at random.")
  private Double holdOut;

  @Option(
      names = "--temporal",
      paramLabel = "PART",
      description = "Ask for the latest part of all ratings, as in 0.1.")
  private Double temporal;

  @Option(
      names = "--leave-one-out",
      description = "Ask for each user's last rating, or one at random without real timestamps.")
  private boolean leaveOneOut;

  @Option(
      names = "--top-n",
      paramLabel = "FILE",
      description =
          "Full ranking of what has ratings of 4 and more, 10 of them at least; FILE holds the test"
              + " pairs. Several times for several splits.")
  private List<Path> topN = List.of();

  @Option(
      names = "--loo",
      paramLabel = "DIR",
      description =
          "Leave-one-out against sampled movies, from test.rating and test.negative in DIR.")
  private Path loo;

  @Option(
      names = "--train",
      paramLabel = "FILE",
      description = "Ratings to train on, with --test; several times for several splits.")
  private List<Path> train = List.of();

  @Option(names = "--test", paramLabel = "FILE", description = "Ratings to ask for, with --train.")
  private List<Path> test = List.of();

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Seed of everything drawn at random (default: ${DEFAULT-VALUE}).")
  private long seed;

  private ReadOptions reading = ReadOptions.defaults();

  long seed() {
    return seed;
  }

  /** Whether these splits are made for rankings rather than predicted ratings. */
  boolean rankingOnly() {
    return !topN.isEmpty() || loo != null;
  }

  /** Every file that is read. */
  List<Path> inputs() {
    Stream<Path> sampled =
        loo == null ? Stream.of() : Stream.of(loo.resolve(LOO_TEST), loo.resolve(LOO_NEGATIVES));
    return Stream.of(
            Stream.ofNullable(ratings), topN.stream(), train.stream(), test.stream(), sampled)
        .flatMap(files -> files)
        .toList();
  }

  /** The names of those files, without their folders. */
  String inputNames() {
    return inputs().stream()
        .map(file -> String.valueOf(file.getFileName()))
        .distinct()
        .collect(Collectors.joining(", "));
  }

  /** Reads what is needed, with so many threads, and makes the splits. */
  Splits read(int threads) throws BadDataException {
    reading = ReadOptions.defaults().withThreads(threads);
    long ways =
        Stream.of(folds, holdOut, temporal, loo, leaveOneOut ? true : null)
                .filter(Objects::nonNull)
                .count()
            + (topN.isEmpty() ? 0 : 1);
    if (!train.isEmpty() || !test.isEmpty()) {
      if (ratings != null || ways > 0) {
        throw usage("--train and --test are a split already: leave --ratings and its splits out");
      }
      return given();
    }
    if (ratings == null) {
      throw usage("say what to evaluate on: --ratings FILE, or --train FILE --test FILE");
    }
    if (ways > 1) {
      throw usage(
          "say one way to split: --folds, --hold-out, --temporal, --leave-one-out, --top-n or"
              + " --loo");
    }
    return CommandException.fromOptions(of(table(ratings))::get);
  }

  private static CommandException usage(String message) {
    return new CommandException(ExitCode.USAGE, message);
  }

  private Splits given() throws BadDataException {
    if (train.size() != test.size()) {
      throw usage(
          "every --train needs its --test, actual: " + train.size() + " and " + test.size());
    }
    List<Split> splits = new ArrayList<>();
    for (int i = 0; i < train.size(); i++) {
      String name = test.get(i).getFileName().toString();
      splits.add(new Split(name, table(train.get(i)), table(test.get(i))));
    }
    return new GivenSplits(splits.size() == 1 ? "given split" : "given splits", splits);
  }

  private RatingTable table(Path file) throws BadDataException {
    return RatingsReader.read(file, reading, ReadListener.NONE).ratings();
  }

  /** Makes splits, or says that an option is out of range. */
  private interface Maker {
    Splits get();
  }

  private Maker of(RatingTable table) throws BadDataException {
    if (!topN.isEmpty()) {
      Splits splits = TopNProtocol.read(table, topN);
      return () -> splits;
    }
    if (loo != null) {
      Splits splits =
          LeaveOneOutProtocol.read(table, loo.resolve(LOO_TEST), loo.resolve(LOO_NEGATIVES));
      return () -> splits;
    }
    if (holdOut != null) {
      return () -> UserHoldOut.ofFraction(table, holdOut, seed);
    }
    if (temporal != null) {
      return () -> TemporalHoldOut.of(table, temporal);
    }
    if (leaveOneOut) {
      return () -> LeaveOneOut.of(table, 0, seed);
    }
    return () -> KFold.of(table, folds == null ? 5 : folds, seed);
  }
}
