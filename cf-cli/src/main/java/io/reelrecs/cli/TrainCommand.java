package io.reelrecs.cli;

import io.reelrecs.core.store.ModelDirectory;
import io.reelrecs.train.Algorithm;
import io.reelrecs.train.Recipe;
import io.reelrecs.train.TrainingJob;
import io.reelrecs.train.TrainingListener;
import io.reelrecs.train.TrainingParameters;
import io.reelrecs.train.TrainingReport;
import io.reelrecs.train.TrainingRequest;
import io.reelrecs.train.TrainingStep;
import io.reelrecs.train.heap.HeapNeed;
import io.reelrecs.train.ratings.BadDataException;
import io.reelrecs.train.ratings.OnBadRow;
import io.reelrecs.train.ratings.ReadOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code reelrecs train}: from a ratings file to a model file. */
@Command(
    name = "train",
    description = {
      "Train a model from a file of ratings.",
      "",
      "Reads MovieLens .dat (user::movie::rating::timestamp), CSV with a header and TSV without,"
          + " each also gzipped; the format is found in the content. A movies file beside the"
          + " ratings (movies.dat, movies.csv, u.item) gives titles."
    })
final class TrainCommand implements Callable<Integer> {

  /** The label of {@link Algorithm#DEFAULT}. */
  static final String DEFAULT_ALGORITHM = "fusion";

  @Option(
      names = "--ratings",
      required = true,
      paramLabel = "FILE",
      description = "The ratings file.")
  private Path ratings;

  @Option(
      names = "--movies",
      paramLabel = "FILE",
      description = "The movies file (default: the one beside the ratings, if there is one).")
  private Path movies;

  @Option(
      names = "--algorithm",
      paramLabel = "NAME",
      defaultValue = DEFAULT_ALGORITHM,
      description =
          "The algorithm, perhaps with parameters, as in ease:lambda=500. \"algorithms\" lists"
              + " them all (default: ${DEFAULT-VALUE}).")
  private String algorithm;

  @Mixin private RecipeOptions recipeOptions;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      defaultValue = ModelFiles.DEFAULT,
      description =
          "The model file to write, or a folder, to which a version is added"
              + " (default: ${DEFAULT-VALUE}).")
  private Path out;

  @Option(
      names = "--on-bad-row",
      paramLabel = "fail|skip",
      defaultValue = "fail",
      converter = ChoiceConverter.BadRow.class,
      description =
          "What to do with a malformed line: fail, or skip and count (default: ${DEFAULT-VALUE}).")
  private OnBadRow onBadRow;

  @Option(
      names = "--max-bad-rows",
      paramLabel = "N",
      defaultValue = "" + ReadOptions.DEFAULT_MAX_BAD_ROWS,
      description = "With skip: fail all the same above this many (default: ${DEFAULT-VALUE}).")
  private long maxBadRows;

  @Mixin private ThreadsOption threads;
  @Mixin private OutputOptions output;

  private final CliContext context;

  TrainCommand(CliContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws IOException, BadDataException {
    Path file = Files.isDirectory(out) ? ModelDirectory.at(out).newFile() : out;
    TrainingRequest request = CommandException.fromOptions(() -> request(file));
    TrainingReport report = train(request, context, true);
    if (!file.equals(out)) {
      String name = ModelDirectory.nameOf(file);
      context
          .err()
          .println(
              "version "
                  + name
                  + " added; "
                  + Text.command()
                  + " model promote "
                  + name
                  + " --model "
                  + out
                  + " makes it the current one");
    }
    try (Output data = output.open(context)) {
      data.write(new TrainingRow(report, file));
    }
    return ExitCode.OK.status();
  }

  private TrainingRequest request(Path file) {
    return new TrainingRequest(
        ratings,
        Optional.ofNullable(movies),
        file,
        new ReadOptions(onBadRow, maxBadRows),
        new TrainingParameters(recipe(), threads.count()));
  }

  private Recipe recipe() {
    List<Recipe> recipes = recipeOptions.apply(algorithm);
    if (recipes.size() > 1) {
      throw new IllegalArgumentException("algorithm must be one alone, actual: " + algorithm);
    }
    return recipes.get(0);
  }

  /** Trains with a progress bar where a person is looking, and warns of what they should know. */
  static TrainingReport train(TrainingRequest request, CliContext context, boolean tellMemory)
      throws IOException, BadDataException {
    TrainingReport report;
    try (Progress progress = Progress.start(context)) {
      report = TrainingJob.run(request, new Bar(progress, tellMemory));
    } catch (IllegalArgumentException e) { // what only the data shows: more neighbors than fit
      throw new CommandException(ExitCode.USAGE, e.getMessage(), e);
    }
    if (report.read().badRows() > 0) {
      context
          .err()
          .println(
              "left out " + Text.plural(report.read().badRows(), "malformed line") + ", such as:");
      report.read().firstBadRows().forEach(row -> context.err().println("  " + row));
    }
    if (report.summary().scale().isPoint()) {
      context
          .err()
          .println(
              "all ratings are "
                  + Text.rating(report.summary().scale().lo())
                  + ": nothing tells a liked movie from a disliked one, so every score will be 0.5");
    }
    return report;
  }

  private record Bar(Progress progress, boolean tellMemory) implements TrainingListener {
    @Override
    public void estimated(HeapNeed heap) {
      if (tellMemory) {
        progress.note("Memory: " + heap);
      }
    }

    @Override
    public void started(TrainingStep step) {
      progress.update(step.label(), Double.NaN);
    }

    @Override
    public void progress(TrainingStep step, long done, long total) {
      progress.update(step.label(), total > 0 ? (double) done / total : Double.NaN);
    }
  }
}
