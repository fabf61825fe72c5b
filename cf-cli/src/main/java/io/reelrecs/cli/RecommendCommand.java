package io.reelrecs.cli;

import com.google.gson.stream.JsonWriter;
import io.reelrecs.core.model.Model;
import io.reelrecs.core.score.Recommendation;
import io.reelrecs.core.score.Recommendations;
import io.reelrecs.core.score.Scorer;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code reelrecs recommend}: the movies that users are expected to like best. */
@Command(
    name = "recommend",
    customSynopsis = "reelrecs recommend (--user=ID | --users=FILE | --rated=RATINGS) [OPTIONS]",
    description = "List the movies a user is expected to like best, those already rated left out.")
final class RecommendCommand implements Callable<Integer> {

  /** The heading above the rows. */
  static final String HEADING =
      Text.format("%-8s %5s  %-8s %-8s %s", "user", "rank", "movie", "score", "title");

  /** Users answered together, on all cores, before their rows are written. */
  private static final int CHUNK = 512;

  @Mixin private UserOptions userOptions;
  @Mixin private RatedOption ratedOption;

  @Option(
      names = "--n",
      paramLabel = "N",
      defaultValue = "20",
      description = "How many movies to list (default: ${DEFAULT-VALUE}).")
  private int n;

  @Mixin private StrictOption strict;
  @Mixin private ModelOptions modelOptions;
  @Mixin private OutputOptions output;

  private final CliContext context;

  RecommendCommand(CliContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws IOException {
    userOptions.check(ratedOption);
    if (n < 1) {
      throw new CommandException(ExitCode.USAGE, "n must be >= 1, actual: " + n);
    }
    if (ratedOption.given()) {
      return recommendToNewUser();
    }
    Model model = modelOptions.load();
    long[] users = userOptions.read(model.users(), context);
    strict.check("user", model.users(), users);
    try (Output out = output.open(context)) {
      out.note(HEADING);
      write(model, users, n, out, context);
    }
    return ExitCode.OK.status();
  }

  private int recommendToNewUser() throws IOException {
    Asker asker = ratedOption.read();
    Model model = modelOptions.load();
    RatedOption.check(asker, model, strict, context);
    Scorer scorer = Scorer.of(model);
    Recommendations list = CommandException.fromOptions(() -> asker.recommend(scorer, n));
    try (Output out = output.open(context)) {
      out.note(HEADING);
      write(model, asker, list, out);
    }
    Shortfalls shortfalls = new Shortfalls();
    shortfalls.add(asker, list);
    shortfalls.print(n, context);
    return ExitCode.OK.status();
  }

  private static void write(Model model, Asker asker, Recommendations list, Output out) {
    int rank = 0;
    for (Recommendation recommendation : list) {
      rank++;
      out.write(
          new RecommendRow(asker, rank, model.title(recommendation.movieId()), recommendation));
    }
  }

  /** Writes the best n movies of each user, in the order of the users, and why some got fewer. */
  static void write(Model model, long[] users, int n, Output out, CliContext context) {
    Scorer scorer = Scorer.of(model);
    Shortfalls shortfalls = new Shortfalls();
    for (int start = 0; start < users.length; start += CHUNK) {
      int from = start;
      List<Recommendations> chunk =
          IntStream.range(from, Math.min(from + CHUNK, users.length))
              .parallel()
              .mapToObj(i -> scorer.recommend(users[i], n))
              .toList();
      for (int i = 0; i < chunk.size(); i++) {
        Asker asker = Asker.of(users[from + i]);
        shortfalls.add(asker, chunk.get(i));
        write(model, asker, chunk.get(i), out);
      }
    }
    out.flush();
    shortfalls.print(n, context);
  }

  /** The users who got fewer movies than asked for. */
  private static final class Shortfalls {

    private String first = "";
    private int got;
    private String reason = "";
    private int users;

    void add(Asker user, Recommendations list) {
      if (list.shortfall().isPresent() && users++ == 0) {
        first = user.label();
        got = list.size();
        reason = list.shortfall().get();
      }
    }

    void print(int n, CliContext context) {
      if (users > 0) {
        context.err().println("user " + first + " got " + got + " of " + n + ": " + reason);
      }
      if (users > 1) {
        context.err().println(Text.plural(users - 1, "other user") + " got fewer too");
      }
    }
  }

  private record RecommendRow(Asker user, int rank, String title, Recommendation movie)
      implements Row {

    @Override
    public void writeText(Appendable text) throws IOException {
      text.append(
          Text.format(
                  "%-8s %5d  %-8d %-8.4f %s",
                  user.label(), rank, movie.movieId(), movie.score().value(), title)
              .stripTrailing());
    }

    @Override
    public void writeJson(JsonWriter json) throws IOException {
      user.writeJson(json);
      json.name("rank").value(rank);
      json.name("movie").value(movie.movieId());
      json.name("title").value(title);
      json.name("score").value(movie.score().value());
      json.name("relevance").value(movie.relevance());
    }
  }
}
