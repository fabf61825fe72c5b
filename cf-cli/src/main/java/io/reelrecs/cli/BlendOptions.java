package io.reelrecs.cli;

import io.reelrecs.core.model.MovieCatalog;
import io.reelrecs.train.Recipe;
import io.reelrecs.train.blend.BlendPlan;
import io.reelrecs.train.blend.PipelineParameters;
import io.reelrecs.train.catalog.MoviesReader;
import io.reelrecs.train.evaluate.split.TemporalHoldOut;
import io.reelrecs.train.evaluate.split.UserHoldOut;
import io.reelrecs.train.ratings.BadDataException;
import io.reelrecs.train.ratings.RatingTable;
import io.reelrecs.train.ratings.RatingsReader;
import io.reelrecs.train.ratings.ReadListener;
import io.reelrecs.train.ratings.ReadOptions;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What a blend is measured or tuned on, and how requests are made of it. */
final class BlendOptions {

  @Option(
      names = "--ratings",
      required = true,
      paramLabel = "FILE",
      description = "The ratings, of which a part is held out.")
  private Path ratings;

  @Option(
      names = "--movies",
      paramLabel = "FILE",
      description = "Genres and years of the movies (default: the file beside the ratings).")
  private Path movies;

  @Option(
      names = "--algorithm",
      paramLabel = "NAME",
      defaultValue = TrainCommand.DEFAULT_ALGORITHM,
      description = "The model to blend, as in train (default: ${DEFAULT-VALUE}).")
  private String algorithm;

  @Option(
      names = "--hold-out",
      paramLabel = "PART",
      description =
          "The part of each user's ratings to hold out, drawn at random (default: "
              + BlendPlan.DEFAULT_HOLD_OUT
              + ").")
  private Double holdOut;

  @Option(
      names = "--temporal",
      paramLabel = "PART",
      description = "Hold the latest part of all ratings out instead, as in 0.1.")
  private Double temporal;

  @Option(
      names = "--candidates",
      paramLabel = "N",
      description = "Movies in a request (default: 200).")
  private Integer candidates;

  @Option(
      names = "--similar-users",
      paramLabel = "N",
      description = "Users who are asked what they liked (default: 500).")
  private Integer similarUsers;

  @Option(
      names = "--positive-from",
      paramLabel = "RATING",
      description = "The lowest rating that counts as liking (default: 4).")
  private Double positiveFrom;

  @Option(
      names = "--max-users",
      paramLabel = "N",
      defaultValue = "" + BlendPlan.DEFAULT_MAX_USERS,
      description = "Of more users, so many are drawn (default: ${DEFAULT-VALUE}).")
  private int maxUsers;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Seed of everything drawn at random (default: ${DEFAULT-VALUE}).")
  private long seed;

  Path ratings() {
    return ratings;
  }

  /** How requests are made, in words. */
  static String describe(BlendPlan plan) {
    return Text.format(
        "%s; up to %s, of what up to %s liked",
        plan.recipe().text(),
        Text.plural(plan.pipeline().candidates(), "candidate"),
        Text.plural(plan.pipeline().similarUsers(), "similar user"));
  }

  /** Reads the files and makes the plan, to be carried out with so many threads. */
  BlendPlan plan(CliContext context, int threads) throws BadDataException {
    if (holdOut != null && temporal != null) {
      throw new CommandException(
          ExitCode.USAGE, "say one way to hold out: --hold-out or --temporal");
    }
    checkPart("hold-out", holdOut);
    checkPart("temporal", temporal);
    PipelineParameters pipeline = CommandException.fromOptions(this::pipeline);
    Recipe recipe = CommandException.fromOptions(() -> Recipe.parse(algorithm));
    Optional<Path> file = Optional.ofNullable(movies).or(() -> MoviesReader.findBeside(ratings));
    if (file.isEmpty()) {
      context
          .err()
          .println(
              "no movies file beside "
                  + ratings
                  + ": genres and years are unknown; name one with --movies");
    }
    MovieCatalog catalog = file.isPresent() ? MoviesReader.read(file.get()) : MovieCatalog.empty();
    ReadOptions reading = ReadOptions.defaults().withThreads(threads);
    RatingTable table = RatingsReader.read(ratings, reading, ReadListener.NONE).ratings();
    return CommandException.fromOptions(
        () ->
            BlendPlan.of(table, catalog)
                .withRecipe(recipe)
                .withPipeline(pipeline)
                .withProtocol(protocol())
                .withMaxUsers(maxUsers)
                .withSeed(seed)
                .withThreads(threads));
  }

  private static void checkPart(String option, Double part) {
    if (part != null && !(part > 0 && part < 1)) {
      throw new CommandException(
          ExitCode.USAGE, option + " must be between 0 and 1, both left out, actual: " + part);
    }
  }

  private BlendPlan.Protocol protocol() {
    if (temporal != null) {
      return table -> TemporalHoldOut.of(table, temporal);
    }
    double part = holdOut == null ? BlendPlan.DEFAULT_HOLD_OUT : holdOut;
    return table -> UserHoldOut.ofFraction(table, part, seed);
  }

  private PipelineParameters pipeline() {
    PipelineParameters parameters = PipelineParameters.DEFAULT;
    if (candidates != null) {
      parameters = parameters.withCandidates(candidates);
    }
    if (similarUsers != null) {
      parameters = parameters.withSimilarUsers(similarUsers);
    }
    return positiveFrom == null ? parameters : parameters.withPositiveFrom(positiveFrom);
  }
}
