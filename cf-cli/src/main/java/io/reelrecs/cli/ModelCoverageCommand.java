package io.reelrecs.cli;

import com.google.gson.stream.JsonWriter;
import io.reelrecs.core.model.Model;
import io.reelrecs.core.score.ScoreSource;
import io.reelrecs.core.score.Scorer;
import io.reelrecs.train.evaluate.Band;
import io.reelrecs.train.random.SplitMix64;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code reelrecs model coverage}: how often a model's answers rest on neighbors. */
@Command(
    name = "coverage",
    description = {
      "Say how often answers rest on neighbors rather than averages.",
      "",
      "Asks for random pairs of a user and a movie of the model, each as likely as the other, and"
          + " counts the answers that similar users or movies had a part in."
    })
final class ModelCoverageCommand implements Callable<Integer> {

  /** Movies with so many ratings can be expected to have neighbors. */
  private static final int ENOUGH = 20;

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "FILE",
      defaultValue = ModelFiles.DEFAULT,
      description = "The model file, or a folder of versions (default: ${DEFAULT-VALUE}).")
  private Path file;

  @Option(
      names = "--pairs",
      paramLabel = "N",
      defaultValue = "100000",
      description = "How many pairs (default: ${DEFAULT-VALUE}).")
  private int pairs;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Seed of the pairs (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Mixin private OutputOptions output;

  private final CliContext context;

  ModelCoverageCommand(CliContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws IOException {
    if (pairs < 1) {
      throw new CommandException(ExitCode.USAGE, "pairs must be >= 1, actual: " + pairs);
    }
    Model model = ModelOptions.load(file);
    List<Count> counts = count(model);
    try (Output out = output.open(context)) {
      out.note(Text.format("%-22s %9s %9s", "ratings of the movie", "pairs", "neighbors"));
      for (Count count : counts) {
        if (count.pairs > 0) {
          out.write(count);
        }
      }
    }
    return ExitCode.OK.status();
  }

  private List<Count> count(Model model) {
    Count all = new Count("all", 0, Integer.MAX_VALUE);
    List<Count> counts = new ArrayList<>(List.of(all));
    counts.add(new Count(ENOUGH + " and more", ENOUGH, Integer.MAX_VALUE));
    for (Band band : Band.POPULARITY) {
      counts.add(new Count(band.label(), band.from(), band.to()));
    }
    Scorer scorer = Scorer.of(model);
    SplitMix64 random = new SplitMix64(seed);
    for (int i = 0; i < pairs; i++) {
      long user = model.users().idAt(random.nextInt(model.users().size()));
      int movie = random.nextInt(model.movies().size());
      boolean neighbors =
          scorer.score(user, model.movies().idAt(movie)).source() == ScoreSource.NEIGHBORS;
      int ratings = model.ratings().columnLength(movie);
      counts.forEach(count -> count.add(ratings, neighbors));
    }
    return counts;
  }

  /** The pairs whose movie has so many ratings. */
  private static final class Count implements Row {

    private final String label;
    private final int from;
    private final int to;
    private long pairs;
    private long neighbors;

    Count(String label, int from, int to) {
      this.label = label;
      this.from = from;
      this.to = to;
    }

    void add(int ratings, boolean fromNeighbors) {
      if (ratings >= from && ratings <= to) {
        pairs++;
        neighbors += fromNeighbors ? 1 : 0;
      }
    }

    @Override
    public void writeText(Appendable text) throws IOException {
      text.append(Text.format("%-22s %9d %8.2f%%", label, pairs, 100.0 * neighbors / pairs));
    }

    @Override
    public void writeJson(JsonWriter json) throws IOException {
      json.name("movie_ratings").value(label);
      json.name("pairs").value(pairs);
      json.name("neighbors").value((double) neighbors / pairs);
    }
  }
}
