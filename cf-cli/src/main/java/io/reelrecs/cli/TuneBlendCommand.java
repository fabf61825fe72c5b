package io.reelrecs.cli;

import io.reelrecs.core.score.FeatureRange;
import io.reelrecs.train.blend.BlendPlan;
import io.reelrecs.train.blend.BlendTuning;
import io.reelrecs.train.blend.LearnedWeights;
import io.reelrecs.train.ratings.BadDataException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code reelrecs tune blend}: the weights of serve that suit the ratings at hand. */
@Command(
    name = "blend",
    description = {
      "Learn the blend's five weights from your ratings.",
      "",
      "Holds a part of the ratings out, makes requests of the rest as the pipeline does, and takes"
          + " the weights that find most of what was held out (nDCG@20). Prints the options that"
          + " serve them; nothing is changed."
    })
final class TuneBlendCommand implements Callable<Integer> {

  @Mixin private BlendOptions options;

  @Option(
      names = "--feature-range",
      paramLabel = "rescale|raw",
      defaultValue = "rescale",
      converter = ChoiceConverter.Range.class,
      description = "Features above 1, as in serve (default: ${DEFAULT-VALUE}).")
  private FeatureRange featureRange;

  @Mixin private ThreadsOption threads;
  @Mixin private OutputOptions output;

  private final CliContext context;

  TuneBlendCommand(CliContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws BadDataException, InterruptedException {
    BlendPlan plan = options.plan(context, threads.count()).withRange(featureRange);
    LearnedWeights learned;
    try (Progress progress = Progress.start(context)) {
      learned = BlendTuning.run(plan, new BlendProgress(progress));
    } catch (IllegalArgumentException e) { // what only the data shows: nothing to find
      throw new CommandException(ExitCode.USAGE, e.getMessage(), e);
    }
    try (Output out = output.open(context)) {
      out.note(learned.protocol() + "; " + BlendOptions.describe(plan));
      out.write(new LearnedWeightsRow(learned));
    }
    return ExitCode.OK.status();
  }
}
