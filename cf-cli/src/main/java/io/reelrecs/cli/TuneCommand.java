package io.reelrecs.cli;

import io.reelrecs.train.AlgorithmTunable;
import io.reelrecs.train.Parameter;
import io.reelrecs.train.Recipe;
import io.reelrecs.train.evaluate.Metric;
import io.reelrecs.train.ratings.BadDataException;
import io.reelrecs.train.ratings.RatingTable;
import io.reelrecs.train.ratings.RatingsReader;
import io.reelrecs.train.ratings.ReadListener;
import io.reelrecs.train.ratings.ReadOptions;
import io.reelrecs.train.tune.Objective;
import io.reelrecs.train.tune.Tuning;
import io.reelrecs.train.tune.TuningFailedException;
import io.reelrecs.train.tune.TuningListener;
import io.reelrecs.train.tune.TuningPlan;
import io.reelrecs.train.tune.TuningProgress;
import io.reelrecs.train.tune.TuningResult;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code reelrecs tune}: better parameters for the ratings at hand. */
@Command(
    name = "tune",
    customSynopsis = {
      "reelrecs tune --ratings=FILE [OPTIONS]",
      "       reelrecs tune blend --ratings=FILE [OPTIONS]"
    },
    description = {
      "Search for the parameters that suit your ratings best.",
      "",
      "Holds a part of the ratings out, tries settings on a share of the users, and the best of"
          + " them on all. Prints them, best first, and the command that trains the winner. The same"
          + " options give the same winner."
    })
final class TuneCommand implements Callable<Integer> {

  @Option(
      names = "--ratings",
      paramLabel = "FILE",
      description = "The ratings to train on. Leave out what you want to test with afterwards.")
  private Path ratings;

  @Option(
      names = "--algorithm",
      paramLabel = "NAME",
      defaultValue = TrainCommand.DEFAULT_ALGORITHM,
      description =
          "The algorithm (default: ${DEFAULT-VALUE}), as in train; values set here are where the"
              + " search sets out.")
  private String algorithm;

  @Option(
      names = "--metric",
      paramLabel = "NAME",
      description =
          "What to make better, as in rmse, mae, ndcg@10, recall@20 (default: rmse, or ndcg@10 where"
              + " only recommendations can change).")
  private String metric;

  @Option(
      names = "--only",
      paramLabel = "NAMES",
      description = "The parameters to search, as in lambda,dropout (default: all that matter).")
  private String only;

  @Option(
      names = "--trials",
      paramLabel = "N",
      defaultValue = "" + TuningPlan.DEFAULT_CANDIDATES,
      description = "How many settings to try (default: ${DEFAULT-VALUE}).")
  private int trials;

  @Option(
      names = "--hold-out",
      paramLabel = "PART",
      defaultValue = "" + TuningPlan.DEFAULT_HOLD_OUT,
      description = "The part of the ratings to hold out (default: ${DEFAULT-VALUE}).")
  private double holdOut;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Seed of everything drawn at random (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--log",
      paramLabel = "FILE",
      description = "Keep all trials in a file; if it is there, go on where that search stopped.")
  private Path log;

  @Mixin private ThreadsOption threads;
  @Mixin private OutputOptions output;

  @Spec private CommandSpec spec;

  private final CliContext context;

  TuneCommand(CliContext context) {
    this.context = context;
  }

  /** The command with its own command. */
  static CommandLine create(CliContext context) {
    return new CommandLine(new TuneCommand(context))
        .addSubcommand("blend", new TuneBlendCommand(context));
  }

  @Override
  public Integer call()
      throws IOException, BadDataException, TuningFailedException, InterruptedException {
    if (ratings == null) { // not required by picocli, since "tune blend" has its own
      throw new ParameterException(spec.commandLine(), "Missing required option: '--ratings=FILE'");
    }
    AlgorithmTunable tunable = CommandException.fromOptions(this::tunable);
    RatingTable table =
        RatingsReader.read(
                ratings, ReadOptions.defaults().withThreads(threads.count()), ReadListener.NONE)
            .ratings();
    TuningPlan plan = CommandException.fromOptions(() -> plan(table, tunable.objective()));
    TuningResult result;
    try (Progress progress = Progress.start(context)) {
      result = Tuning.run(plan, tunable, Optional.ofNullable(log), new Bar(progress));
    } catch (IllegalArgumentException e) { // what only the data shows: nothing to hold out
      throw new CommandException(ExitCode.USAGE, e.getMessage(), e);
    }
    TuningRows rows = new TuningRows(tunable, result, ratings);
    rows.failures().ifPresent(context.err()::println);
    try (Output out = output.open(context)) {
      rows.write(out);
    }
    return ExitCode.OK.status();
  }

  private AlgorithmTunable tunable() {
    Recipe start = Recipe.parse(algorithm);
    AlgorithmTunable all = AlgorithmTunable.of(start, Objective.of(metric(start)));
    return only == null ? all : all.only(List.of(only.split(",", -1)));
  }

  private Metric metric(Recipe start) {
    if (metric != null) {
      return Metric.parse(metric);
    }
    boolean predicts =
        start.algorithm().parameters().stream()
            .anyMatch(parameter -> parameter.affects() == Parameter.Affects.PREDICTIONS);
    return Metric.parse(predicts ? "rmse" : "ndcg@10");
  }

  private TuningPlan plan(RatingTable table, Objective objective) {
    if (trials < 2) {
      throw new IllegalArgumentException(
          "trials must be >= 2, where the search sets out and another, actual: " + trials);
    }
    return TuningPlan.of(table, objective)
        .withHoldOut(holdOut)
        .withCandidates(trials)
        .withSeed(seed)
        .withThreads(threads.count());
  }

  private record Bar(Progress progress) implements TuningListener {
    @Override
    public void progress(TuningProgress state) {
      String best =
          state.best().isEmpty()
              ? ""
              : Text.format(", best %.4f", state.best().get().value().getAsDouble());
      progress.update(
          "tuning",
          state.share(),
          Text.format("trial %d of %d%s", state.done(), state.trials(), best));
    }
  }
}
