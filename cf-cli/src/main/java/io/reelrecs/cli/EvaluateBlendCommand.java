package io.reelrecs.cli;

import io.reelrecs.core.score.BlendWeights;
import io.reelrecs.train.blend.BlendEvaluation;
import io.reelrecs.train.blend.BlendPlan;
import io.reelrecs.train.blend.BlendResult;
import io.reelrecs.train.ratings.BadDataException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code reelrecs evaluate blend}: how well served scores order a client's candidates. */
@Command(
    name = "blend",
    description = {
      "Measure how well the blended scores of serve order candidates.",
      "",
      "Makes requests as the pipeline does, from the ratings that are not held out, and looks for"
          + " what was: nDCG@20 of the blend, its parts, and other orders of the same candidates."
    })
final class EvaluateBlendCommand implements Callable<Integer> {

  @Mixin private BlendOptions options;

  @Option(
      names = "--weights",
      paramLabel = "W,W,W,W,W",
      converter = WeightsConverter.class,
      description = "The blend's weights, as in serve (default: 0.40,0.25,0.20,0.10,0.05).")
  private BlendWeights weights;

  @Mixin private ThreadsOption threads;
  @Mixin private OutputOptions output;

  private final CliContext context;

  EvaluateBlendCommand(CliContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws BadDataException, InterruptedException {
    BlendPlan read = options.plan(context, threads.count());
    BlendPlan plan = weights == null ? read : read.withWeights(weights);
    BlendResult result;
    try (Progress progress = Progress.start(context)) {
      result = BlendEvaluation.run(plan, new BlendProgress(progress));
    } catch (IllegalArgumentException e) { // what only the data shows: nothing to find
      throw new CommandException(ExitCode.USAGE, e.getMessage(), e);
    }
    try (Output out = output.open(context)) {
      BlendRows.write(plan, result, out);
    }
    return ExitCode.OK.status();
  }
}
