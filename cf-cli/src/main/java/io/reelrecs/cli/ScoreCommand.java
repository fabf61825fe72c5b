package io.reelrecs.cli;

import io.reelrecs.core.model.Model;
import io.reelrecs.core.score.Scorer;
import io.reelrecs.core.score.Scores;
import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code reelrecs score}: how much users are expected to like movies. */
@Command(
    name = "score",
    description = {
      "Say how much a user is expected to like a movie.",
      "",
      "The score is the predicted rating brought to 0..1. Its source says what it rests on: the"
          + " ratings of neighbors, or the averages of the movie or the user where there are none.",
      ""
    })
final class ScoreCommand implements Callable<Integer> {

  @ArgGroup(exclusive = true, multiplicity = "1")
  private Question question;

  @Mixin private StrictOption strict;
  @Mixin private ModelOptions modelOptions;
  @Mixin private OutputOptions output;

  private final CliContext context;

  ScoreCommand(CliContext context) {
    this.context = context;
  }

  private static final class Question {
    @ArgGroup(exclusive = false, multiplicity = "1")
    private OneUser one;

    @Option(
        names = "--pairs",
        paramLabel = "FILE",
        description = "A file with lines user,movie; - for standard input.")
    private String pairs;
  }

  private static final class OneUser {
    @Option(
        names = "--user",
        required = true,
        paramLabel = "ID",
        converter = IdConverter.class,
        description = "The user.")
    private long user;

    @ArgGroup(exclusive = true, multiplicity = "1")
    private WhichMovies which;
  }

  private static final class WhichMovies {
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
  }

  @Override
  public Integer call() throws IOException {
    long[] pairs = question.pairs != null ? IdList.readPairs(question.pairs, context) : null;
    long[] movies = pairs == null ? movies() : null;
    Model model = modelOptions.load();
    Scorer scorer = Scorer.of(model);
    try (Output out = output.open(context)) {
      out.note(ScoreRow.HEADING);
      if (pairs != null) {
        scorePairs(model, scorer, pairs, out);
      } else {
        strict.check("user", model.users(), question.one.user);
        strict.check("movie", model.movies(), movies);
        scoreUser(model, scorer, question.one.user, movies, out);
      }
    }
    return ExitCode.OK.status();
  }

  private long[] movies() throws IOException {
    WhichMovies which = question.one.which;
    if (which.movie != null) {
      return new long[] {which.movie};
    }
    return which.movies.equals(IdList.STANDARD_INPUT)
        ? IdList.read(which.movies, context)
        : IdList.parse(which.movies);
  }

  /** Answers pairs in order, a run of one user at a time. */
  private void scorePairs(Model model, Scorer scorer, long[] pairs, Output out) {
    for (int i = 0; i < pairs.length; i += 2) {
      strict.check("user", model.users(), pairs[i]);
      strict.check("movie", model.movies(), pairs[i + 1]);
    }
    long[] run = new long[pairs.length / 2];
    int size = 0;
    for (int i = 0; i < pairs.length; i += 2) {
      run[size++] = pairs[i + 1];
      if (i + 2 == pairs.length || pairs[i + 2] != pairs[i]) {
        scoreUser(model, scorer, pairs[i], Arrays.copyOf(run, size), out);
        size = 0;
      }
    }
  }

  private static void scoreUser(Model model, Scorer scorer, long user, long[] movies, Output out) {
    Scores scores = scorer.score(user, movies);
    for (int i = 0; i < movies.length; i++) {
      out.write(new ScoreRow(user, movies[i], model.title(movies[i]), scores.get(i)));
    }
  }
}
