package io.reelrecs.cli;

import io.reelrecs.cli.bench.Bench;
import io.reelrecs.cli.bench.BenchCase;
import io.reelrecs.cli.bench.BenchListener;
import io.reelrecs.cli.bench.BenchResult;
import io.reelrecs.cli.bench.BenchSettings;
import io.reelrecs.cli.bench.MachineFacts;
import io.reelrecs.core.matrix.RatingMatrix;
import io.reelrecs.train.Recipe;
import io.reelrecs.train.ratings.BadDataException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code reelrecs bench}: how fast this machine is. */
@Command(
    name = "bench",
    customSynopsis = "reelrecs bench [read|search|user|score|train]... --ratings=FILE [OPTIONS]",
    description = {
      "Measure what this machine gives: reading, searching, scoring, training.",
      "",
      "The first time of each case is cold if no case came before it; the other figures are of the"
          + " times after it."
    })
final class BenchCommand implements Callable<Integer> {

  @Parameters(
      arity = "0..*",
      paramLabel = "CASE...",
      hideParamSyntax = true,
      description = {
        "What to measure (default: all five).",
        "read: the ratings file into a matrix",
        "search: the k nearest users of every user",
        "user: the k nearest users of one user, random ones in turn",
        "score: 1 candidate, then 200, for random users",
        "train: the ratings file into a model file, which is removed"
      })
  private List<String> cases = List.of();

  @Option(
      names = "--ratings",
      required = true,
      paramLabel = "FILE",
      description = "The ratings file.")
  private Path ratings;

  @Option(
      names = "--k",
      paramLabel = "N",
      description = "Neighbors to search for, and of reference (default: 20).")
  private Integer k;

  @Option(
      names = "--algorithm",
      paramLabel = "NAMES",
      defaultValue = "reference",
      description =
          "What to train and score with, as in reference,fusion (default: ${DEFAULT-VALUE}).")
  private String algorithms;

  @Mixin private KernelOption kernel;

  @Option(
      names = "--seconds",
      paramLabel = "N",
      defaultValue = "10",
      description =
          "How long to repeat each case, at least three times (default: ${DEFAULT-VALUE}).")
  private double seconds;

  @Mixin private ThreadsOption threads;
  @Mixin private OutputOptions output;

  private final CliContext context;

  BenchCommand(CliContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws IOException, BadDataException {
    Set<BenchCase> asked = CommandException.fromOptions(this::asked);
    BenchSettings settings = CommandException.fromOptions(this::settings);
    checkRepeatable();
    kernel.choose();
    try (Output out = output.open(context);
        Progress progress = Progress.start(context)) {
      new Bench(settings, new Printer(settings, out, progress)).run(asked);
    } catch (IllegalArgumentException e) { // what only the data shows: more neighbors than fit
      throw new CommandException(ExitCode.USAGE, e.getMessage(), e);
    }
    return ExitCode.OK.status();
  }

  private Set<BenchCase> asked() {
    if (cases.isEmpty()) {
      return EnumSet.allOf(BenchCase.class);
    }
    Set<BenchCase> asked = EnumSet.noneOf(BenchCase.class);
    cases.forEach(word -> asked.add(BenchCase.of(word)));
    return asked;
  }

  private BenchSettings settings() {
    List<Recipe> recipes = new ArrayList<>();
    for (String text : algorithms.split(",", -1)) {
      Recipe recipe = Recipe.parse(text);
      boolean takesK = k != null && recipe.algorithm().has("k");
      recipes.add(takesK ? recipe.with("k", k.toString()) : recipe);
    }
    int neighbors = k == null ? BenchSettings.DEFAULT_K : k;
    return new BenchSettings(ratings, neighbors, threads.count(), seconds, recipes);
  }

  /** A pipe can be read once only. That there is no such file is for the reader to say. */
  private void checkRepeatable() {
    if (Files.exists(ratings) && !Files.isRegularFile(ratings) && !Files.isDirectory(ratings)) {
      throw new CommandException(
          ExitCode.USAGE, "ratings must be a file that can be read many times, actual: " + ratings);
    }
  }

  /** Hands each result on as soon as it is there, below a heading for people. */
  private record Printer(BenchSettings settings, Output out, Progress progress)
      implements BenchListener {

    @Override
    public void read(RatingMatrix matrix) {
      progress.close();
      BenchRow.heading(MachineFacts.examine(), settings.ratings(), matrix).forEach(out::note);
      out.flush();
    }

    @Override
    public void progress(String label, double fraction) {
      progress.update(label, fraction);
    }

    @Override
    public void result(BenchResult result) {
      progress.close();
      out.write(new BenchRow(result));
      out.flush();
    }
  }
}
