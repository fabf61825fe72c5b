package io.reelrecs.cli;

import io.reelrecs.train.AlgorithmContender;
import io.reelrecs.train.Recipe;
import io.reelrecs.train.evaluate.Contender;
import io.reelrecs.train.evaluate.Evaluation;
import io.reelrecs.train.evaluate.EvaluationListener;
import io.reelrecs.train.evaluate.EvaluationPlan;
import io.reelrecs.train.evaluate.EvaluationProgress;
import io.reelrecs.train.evaluate.EvaluationResult;
import io.reelrecs.train.evaluate.RankingOptions;
import io.reelrecs.train.evaluate.split.Splits;
import io.reelrecs.train.ratings.BadDataException;
import io.reelrecs.train.report.ReportFact;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code reelrecs evaluate}: how good the scores are. */
@Command(
    name = "evaluate",
    customSynopsis = {
      "reelrecs evaluate --ratings=FILE [--folds=N | --hold-out=PART | --temporal=PART",
      "                  | --leave-one-out | --top-n=FILE... | --loo=DIR] [OPTIONS]",
      "       reelrecs evaluate --train=FILE... --test=FILE... [OPTIONS]",
      "       reelrecs evaluate blend --ratings=FILE [OPTIONS]"
    },
    description = {
      "Measure how well algorithms predict ratings that they have not seen.",
      "",
      "Trains on a part of the ratings and asks for the rest. The same options give the same"
          + " figures, on any machine and with any number of threads."
    })
final class EvaluateCommand implements Callable<Integer> {

  @Mixin private SplitOptions splitOptions;

  @Option(
      names = "--algorithm",
      paramLabel = "NAMES",
      defaultValue = TrainCommand.DEFAULT_ALGORITHM,
      description =
          "The algorithms, compared side by side, as in baseline,ease:lambda=500"
              + " (default: ${DEFAULT-VALUE}).")
  private String algorithms;

  @Mixin private RecipeOptions recipeOptions;

  @Option(
      names = "--ranking",
      description = "Measure the recommendations as well as the predicted ratings.")
  private boolean ranking;

  @Option(
      names = "--first",
      paramLabel = "N",
      description = "Only the first N splits, for a quick look.")
  private Integer first;

  @Mixin private ReportOption report;
  @Mixin private Gates gates;
  @Mixin private ThreadsOption threads;
  @Mixin private OutputOptions output;

  private final CliContext context;

  EvaluateCommand(CliContext context) {
    this.context = context;
  }

  /** The command with its own command. */
  static CommandLine create(CliContext context) {
    return new CommandLine(new EvaluateCommand(context))
        .addSubcommand("blend", new EvaluateBlendCommand(context));
  }

  @Override
  public Integer call() throws BadDataException, InterruptedException, IOException {
    List<Contender> contenders = CommandException.fromOptions(this::contenders);
    report.check(splitOptions.inputs());
    Splits all = splitOptions.read(threads.count());
    EvaluationPlan plan = CommandException.fromOptions(() -> plan(all));
    EvaluationResult result;
    try (Progress progress = Progress.start(context)) {
      result = Evaluation.run(plan, contenders, new Bar(progress, "evaluating"));
    } catch (IllegalArgumentException e) { // what only the data shows: a split with an empty side
      throw new CommandException(ExitCode.USAGE, e.getMessage(), e);
    }
    if (report.isWanted()) {
      try (Progress progress = Progress.start(context)) {
        report.write(plan, contenders, facts(), result, new Bar(progress, "learning curve"));
      }
    }
    result.splits().stream()
        .filter(split -> split.leaked() > 0)
        .forEach(
            split ->
                context
                    .err()
                    .println(
                        split.name()
                            + ": "
                            + Text.plural(split.leaked(), "test rating")
                            + " stand among the training ratings too"));
    try (Output out = output.open(context)) {
      EvaluationRows.write(asked(result), out);
    }
    gates.check(result);
    return ExitCode.OK.status();
  }

  private List<Contender> contenders() {
    List<Contender> contenders = new ArrayList<>();
    for (Recipe recipe : recipeOptions.apply(algorithms)) {
      AlgorithmContender contender = new AlgorithmContender(recipe);
      boolean ranks = ranking || splitOptions.rankingOnly() || report.isWanted();
      contenders.add(ranks ? contender : contender.forPredictions());
    }
    return contenders;
  }

  private EvaluationPlan plan(Splits all) {
    Splits splits = first == null ? all : all.first(first);
    EvaluationPlan plan =
        splitOptions.rankingOnly()
            ? EvaluationPlan.ofRanking(splits, report.ranking())
            : EvaluationPlan.ofRatings(splits);
    return (ranking || report.isWanted() ? plan.withRanking(report.ranking()) : plan)
        .withSeed(splitOptions.seed())
        .withThreads(threads.count());
  }

  /** What is printed: the same whether a page, which takes more, is written as well or not. */
  private EvaluationResult asked(EvaluationResult result) {
    if (!report.isWanted()) {
      return result;
    }
    return ranking || splitOptions.rankingOnly()
        ? AskedFigures.of(result, RankingOptions.DEFAULT)
        : AskedFigures.ofRatings(result);
  }

  /** What the page says beside the plan: nothing of this machine, so that it is the same on any. */
  private List<ReportFact> facts() {
    return List.of(
        new ReportFact("Files", splitOptions.inputNames()),
        new ReportFact("Measured by", "reelrecs " + Version.number()));
  }

  private record Bar(Progress progress, String label) implements EvaluationListener {
    @Override
    public void progress(EvaluationProgress state) {
      double within = state.usersToAsk() > 0 ? (double) state.usersAsked() / state.usersToAsk() : 0;
      boolean done = state.phase() == EvaluationProgress.Phase.DONE;
      progress.update(label, (state.runsDone() + (done ? 0 : within)) / state.runs());
    }
  }
}
