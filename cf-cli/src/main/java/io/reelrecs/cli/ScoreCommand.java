package io.reelrecs.cli;

import io.reelrecs.core.model.Model;
import io.reelrecs.core.score.Score;
import io.reelrecs.core.score.Scorer;
import io.reelrecs.core.score.Scores;
import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code reelrecs score}: how much users are expected to like movies. */
@Command(
    name = "score",
    customSynopsis = {
      "reelrecs score --user=ID (--movie=ID | --movies=IDS) [OPTIONS]",
      "       reelrecs score --pairs=FILE [OPTIONS]"
    },
    description = {
      "Say how much a user is expected to like a movie.",
      "",
      "The score is the predicted rating brought to 0..1. Its source says what it rests on: the"
          + " ratings of neighbors, or the averages of the movie or the user where there are none."
    })
final class ScoreCommand implements Callable<Integer> {

  /** From this many movies of one user on, a batch is faster than one by one. */
  private static final int SMALL_BATCH = 16;

  @Option(
      names = "--user",
      paramLabel = "ID",
      converter = IdConverter.class,
      description = "The user.")
  private Long user;

  @Option(
      names = "--movie",
      paramLabel = "ID",
      converter = IdConverter.class,
      description = "The movie.")
  private Long movie;

  @Option(
      names = "--movies",
      paramLabel = "IDS",
      description = "Several movies, as in 1,2,3; - for standard input, one id a line.")
  private String movies;

  @Option(
      names = "--pairs",
      paramLabel = "FILE",
      description = "Users and movies: a file with lines user,movie; - for standard input.")
  private String pairs;

  @Mixin private StrictOption strict;
  @Mixin private ModelOptions modelOptions;
  @Mixin private OutputOptions output;

  @Spec private CommandSpec spec;

  private final CliContext context;

  ScoreCommand(CliContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws IOException {
    checkOptions();
    long[] asked = pairs == null ? pairsOfUser() : IdList.readPairs(pairs, context);
    Model model = modelOptions.load();
    for (int i = 0; i < asked.length; i += 2) {
      strict.check("user", model.users(), asked[i]);
      strict.check("movie", model.movies(), asked[i + 1]);
    }
    try (Output out = output.open(context)) {
      out.note(ScoreRow.HEADING);
      write(model, asked, out);
    }
    return ExitCode.OK.status();
  }

  private void checkOptions() {
    if (pairs != null) {
      if (user != null || movie != null || movies != null) {
        throw usage("--pairs cannot be combined with --user, --movie or --movies");
      }
      return;
    }
    if (movie != null && movies != null) {
      throw usage("--movie and --movies cannot be combined: give all to --movies");
    }
    boolean which = movie != null || movies != null;
    if (user == null) {
      throw usage("say which user: --user ID" + (which ? "" : ", or --pairs FILE for many"));
    }
    if (!which) {
      throw usage("say which movie: --movie ID, or --movies 1,2,3 for several");
    }
  }

  private ParameterException usage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  private long[] pairsOfUser() throws IOException {
    long[] ids = movie != null ? new long[] {movie} : IdList.parse(movies, context);
    long[] all = new long[2 * ids.length];
    for (int i = 0; i < ids.length; i++) {
      all[2 * i] = user;
      all[2 * i + 1] = ids[i];
    }
    return all;
  }

  /** Answers pairs in order, a run of one user at a time. */
  private static void write(Model model, long[] pairs, Output out) {
    Scorer scorer = Scorer.of(model);
    long[] run = new long[pairs.length / 2];
    int size = 0;
    for (int i = 0; i < pairs.length; i += 2) {
      run[size++] = pairs[i + 1];
      if (i + 2 == pairs.length || pairs[i + 2] != pairs[i]) {
        writeRun(model, scorer, pairs[i], Arrays.copyOf(run, size), out);
        size = 0;
      }
    }
  }

  private static void writeRun(Model model, Scorer scorer, long user, long[] movies, Output out) {
    // A batch starts with a walk over all that the user's neighbors rated: too much for a few.
    Scores scores = movies.length < SMALL_BATCH ? null : scorer.score(user, movies);
    for (int i = 0; i < movies.length; i++) {
      Score score = scores == null ? scorer.score(user, movies[i]) : scores.get(i);
      out.write(new ScoreRow(user, movies[i], model.title(movies[i]), score));
    }
  }
}
