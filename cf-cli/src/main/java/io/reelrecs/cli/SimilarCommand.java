package io.reelrecs.cli;

import com.google.gson.stream.JsonWriter;
import io.reelrecs.core.model.Model;
import io.reelrecs.core.model.SimilarUser;
import io.reelrecs.core.model.SimilarUsers;
import io.reelrecs.core.search.SearchOptions;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code reelrecs similar}: the users most like a user. */
@Command(
    name = "similar",
    customSynopsis = "reelrecs similar (--user=ID | --users=FILE) [OPTIONS]",
    description = "List the users most like a user, by their ratings.")
final class SimilarCommand implements Callable<Integer> {

  /** Users searched for together: many enough to fill the kernel, few enough to hold. */
  private static final int CHUNK = 4096;

  @Mixin private UserOptions userOptions;

  @Option(
      names = "--k",
      paramLabel = "N",
      defaultValue = "20",
      description = "How many similar users to list (default: ${DEFAULT-VALUE}).")
  private int k;

  @Mixin private ThreadsOption threads;
  @Mixin private StrictOption strict;
  @Mixin private ModelOptions modelOptions;
  @Mixin private OutputOptions output;

  private final CliContext context;

  SimilarCommand(CliContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws IOException {
    userOptions.check();
    SearchOptions options =
        CommandException.fromOptions(() -> new SearchOptions(k, threads.count()));
    Model model = modelOptions.load();
    long[] users = userOptions.read(model.users(), context);
    strict.check("user", model.users(), users);
    SimilarUsers similar = SimilarUsers.of(model);
    try (Output out = output.open(context)) {
      out.note(Text.format("%-8s %5s  %-10s %s", "user", "rank", "neighbor", "similarity"));
      for (int from = 0; from < users.length; from += CHUNK) {
        long[] chunk = Arrays.copyOfRange(users, from, Math.min(from + CHUNK, users.length));
        List<List<SimilarUser>> found = similar.findEach(chunk, options);
        for (int i = 0; i < chunk.length; i++) {
          write(chunk[i], found.get(i), out);
        }
      }
      sayIfUnknown(model, users, out);
    }
    return ExitCode.OK.status();
  }

  private static void write(long user, List<SimilarUser> similar, Output out) {
    for (int i = 0; i < similar.size(); i++) {
      out.write(new SimilarRow(user, i + 1, similar.get(i)));
    }
  }

  /** An empty answer for one user should not leave its reader guessing. */
  private void sayIfUnknown(Model model, long[] users, Output out) {
    if (!userOptions.many() && !model.users().contains(users[0])) {
      out.flush();
      context.err().println("user " + users[0] + " is not in the model: no ratings, no neighbors");
    }
  }

  private record SimilarRow(long user, int rank, SimilarUser similar) implements Row {
    @Override
    public void writeText(Appendable text) throws IOException {
      text.append(
          Text.format("%-8d %5d  %-10d %.6f", user, rank, similar.userId(), similar.similarity()));
    }

    @Override
    public void writeJson(JsonWriter json) throws IOException {
      json.name("user").value(user);
      json.name("rank").value(rank);
      json.name("neighbor").value(similar.userId());
      json.name("similarity").value(similar.similarity());
    }
  }
}
