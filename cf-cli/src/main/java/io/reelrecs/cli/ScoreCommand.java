package io.reelrecs.cli;

import io.reelrecs.core.model.Model;
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
      "reelrecs score (--user=ID | --rated=RATINGS) (--movie=ID | --movies=IDS) [OPTIONS]",
      "       reelrecs score --pairs=FILE [OPTIONS]"
    },
    description = {
      "Say how much a user is expected to like a movie.",
      "",
      "The score is the predicted rating brought to 0..1. Its source says what it rests on: the"
          + " ratings of neighbors, or the averages of the movie or the user where there are none."
    })
final class ScoreCommand implements Callable<Integer> {

  @Option(
      names = "--user",
      paramLabel = "ID",
      converter = IdConverter.class,
      description = "The user.")
  private Long user;

  @Mixin private RatedOption ratedOption;

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
    if (ratedOption.given()) {
      return scoreNewUser();
    }
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

  private int scoreNewUser() throws IOException {
    Asker asker = ratedOption.read();
    long[] asked = movies();
    Model model = modelOptions.load();
    RatedOption.check(asker, model, strict, context);
    strict.check("movie", model.movies(), asked);
    Scorer scorer = Scorer.of(model);
    Scores scores = CommandException.fromOptions(() -> asker.score(scorer, asked));
    try (Output out = output.open(context)) {
      out.note(ScoreRow.HEADING);
      writeRun(model, asker, asked, scores, out);
    }
    return ExitCode.OK.status();
  }

  private long[] movies() throws IOException {
    return movie != null ? new long[] {movie} : IdList.parse(movies, context);
  }

  private void checkOptions() {
    if (pairs != null) {
      if (user != null || movie != null || movies != null || ratedOption.given()) {
        throw usage("--pairs cannot be combined with --user, --rated, --movie or --movies");
      }
      return;
    }
    if (user != null && ratedOption.given()) {
      throw usage("--user and --rated cannot be combined: --rated is for a user without an id");
    }
    if (movie != null && movies != null) {
      throw usage("--movie and --movies cannot be combined: give all to --movies");
    }
    boolean which = movie != null || movies != null;
    if (user == null && !ratedOption.given()) {
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
    long[] ids = movies();
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
        long[] asked = Arrays.copyOf(run, size);
        Asker asker = Asker.of(pairs[i]);
        writeRun(model, asker, asked, asker.score(scorer, asked), out);
        size = 0;
      }
    }
  }

  private static void writeRun(Model model, Asker asker, long[] movies, Scores scores, Output out) {
    for (int i = 0; i < movies.length; i++) {
      out.write(new ScoreRow(asker, movies[i], model.title(movies[i]), scores.get(i)));
    }
  }
}
