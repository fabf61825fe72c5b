package io.reelrecs.cli;

import com.google.gson.stream.JsonWriter;
import io.reelrecs.core.model.Model;
import io.reelrecs.core.score.Explanation;
import io.reelrecs.core.score.Explanation.Account;
import io.reelrecs.core.score.Explanation.Influence;
import io.reelrecs.core.score.Scorer;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code reelrecs explain}: what a score is made of. */
@Command(
    name = "explain",
    customSynopsis = "reelrecs explain (--user=ID | --rated=RATINGS) --movie=ID [OPTIONS]",
    description = {
      "Say what a score is made of: which users and movies speak for it, and how much.",
      "",
      "The predicted rating is its base (averages, or nothing) and all contributions together. The"
          + " relevance, by which movies are recommended, is taken apart in the same way."
    })
final class ExplainCommand implements Callable<Integer> {

  @Option(
      names = "--user",
      paramLabel = "ID",
      converter = IdConverter.class,
      description = "The user.")
  private Long user;

  @Mixin private RatedOption ratedOption;

  @Option(
      names = "--movie",
      required = true,
      paramLabel = "ID",
      converter = IdConverter.class,
      description = "The movie.")
  private long movie;

  @Option(
      names = "--n",
      paramLabel = "N",
      defaultValue = "5",
      description = "How many users and movies to list, the most important first (default: 5).")
  private int n;

  @Mixin private StrictOption strict;
  @Mixin private ModelOptions modelOptions;
  @Mixin private OutputOptions output;
  @Spec private CommandSpec spec;

  private final CliContext context;

  ExplainCommand(CliContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws IOException {
    if ((user == null) != ratedOption.given()) {
      throw new ParameterException(
          spec.commandLine(), "say which user: --user ID, or --rated 318:5,527:4 for a new one");
    }
    if (n < 0) {
      throw new CommandException(ExitCode.USAGE, "n must be >= 0, actual: " + n);
    }
    Asker asker = user != null ? Asker.of(user) : ratedOption.read();
    Model model = modelOptions.load();
    if (user != null) {
      strict.check("user", model.users(), user);
    } else {
      RatedOption.check(asker, model, strict, context);
    }
    strict.check("movie", model.movies(), movie);
    Scorer scorer = Scorer.of(model);
    Explanation explanation = CommandException.fromOptions(() -> asker.explain(scorer, movie));
    try (Output out = output.open(context)) {
      out.write(new ExplanationRow(asker, model, explanation, n));
    }
    return ExitCode.OK.status();
  }

  private record ExplanationRow(Asker asker, Model model, Explanation explanation, int n)
      implements Row {

    @Override
    public void writeText(Appendable text) throws IOException {
      new ScoreRow(asker, explanation.movieId(), title(), explanation.score())
          .writeText(text.append(ScoreRow.HEADING).append('\n'));
      writeText(text, "predicted rating", explanation.rating());
      writeText(text, "relevance", explanation.relevance());
    }

    private String title() {
      return model.title(explanation.movieId());
    }

    private void writeText(Appendable text, String what, Account account) throws IOException {
      text.append(Text.format("%n%n%s %.4f = %.4f", what, account.total(), account.base()));
      writeSum(text, account.users(), "user");
      writeSum(text, account.movies(), "movie");
      writeText(text, "user", account.users());
      writeText(text, "movie", account.movies());
    }

    private static void writeSum(Appendable text, List<Influence> parts, String what)
        throws IOException {
      if (!parts.isEmpty()) {
        double sum = parts.stream().mapToDouble(Influence::contribution).sum();
        text.append(Text.format(" %s %.4f from ", sum < 0 ? "-" : "+", Math.abs(sum)));
        text.append(Text.plural(parts.size(), what));
      }
    }

    private void writeText(Appendable text, String what, List<Influence> parts) throws IOException {
      if (parts.isEmpty() || n == 0) {
        return;
      }
      text.append(
          Text.format("%n%-8s %12s %10s %6s", what, "contribution", "similarity", "rating"));
      for (Influence part : parts.subList(0, Math.min(n, parts.size()))) {
        String rating = Double.isNaN(part.rating()) ? "" : Text.format("%.1f", part.rating());
        String title = what.equals("movie") ? model.title(part.id()) : "";
        text.append(
            Text.format(
                    "%n%-8d %12.4f %10.4f %6s  %s",
                    part.id(), part.contribution(), part.similarity(), rating, title)
                .stripTrailing());
      }
    }

    @Override
    public void writeJson(JsonWriter json) throws IOException {
      new ScoreRow(asker, explanation.movieId(), title(), explanation.score()).writeJson(json);
      writeJson(json, "rating", explanation.rating());
      writeJson(json, "relevance", explanation.relevance());
    }

    private void writeJson(JsonWriter json, String name, Account account) throws IOException {
      json.name(name).beginObject();
      json.name("total").value(account.total());
      json.name("base").value(account.base());
      writeJson(json, "users", account.users());
      writeJson(json, "movies", account.movies());
      json.endObject();
    }

    private void writeJson(JsonWriter json, String name, List<Influence> parts) throws IOException {
      json.name(name).beginArray();
      for (Influence part : parts.subList(0, Math.min(n, parts.size()))) {
        json.beginObject();
        json.name("id").value(part.id());
        json.name("similarity").value(part.similarity());
        if (!Double.isNaN(part.rating())) {
          json.name("rating").value(part.rating());
        }
        json.name("contribution").value(part.contribution());
        json.endObject();
      }
      json.endArray();
    }
  }
}
