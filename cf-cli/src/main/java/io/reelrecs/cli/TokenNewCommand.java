package io.reelrecs.cli;

import com.google.gson.stream.JsonWriter;
import io.reelrecs.grpc.security.BearerToken;
import io.reelrecs.grpc.security.Role;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code reelrecs token new}: a token, and the line by which a server knows it. */
@Command(
    name = "new",
    description = {
      "Make a token for somebody who calls the server.",
      "",
      "The token is printed on standard output, now and never again; the line to add to the file of",
      "serve --auth-tokens goes to standard error. The line holds the token's SHA-256, so whoever",
      "reads the file can call nothing. A running server takes up the line within seconds; several",
      "lines may have one name, so add a new one before you take the old one away."
    })
final class TokenNewCommand implements Callable<Integer> {

  @Parameters(
      index = "0",
      paramLabel = "NAME",
      description = "Whose it is, for people: letters, digits, dots, dashes, underscores.")
  private String name;

  @Option(
      names = "--roles",
      paramLabel = "ROLE",
      split = ",",
      defaultValue = "score",
      converter = ChoiceConverter.CallerRole.class,
      description =
          "What its owner may do: score, admin (everything) or both (default: ${DEFAULT-VALUE}).")
  private List<Role> roles;

  @Mixin private OutputOptions output;

  private final CliContext context;

  TokenNewCommand(CliContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    BearerToken token = BearerToken.random();
    Set<Role> wanted = EnumSet.copyOf(roles);
    String line = CommandException.fromOptions(() -> token.line(name, wanted));
    context.err().println("add to the file of serve --auth-tokens: " + line);
    try (Output out = output.open(context)) {
      out.write(new Made(token, line));
    }
    return ExitCode.OK.status();
  }

  private record Made(BearerToken token, String line) implements Row {

    @Override
    public void writeText(Appendable text) throws IOException {
      text.append(token.reveal());
    }

    @Override
    public void writeJson(JsonWriter json) throws IOException {
      json.name("token").value(token.reveal());
      json.name("line").value(line);
    }
  }
}
