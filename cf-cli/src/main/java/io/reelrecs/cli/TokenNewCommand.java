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
      "The token goes to standard output, now and never again, and the line to add to",
      "the file of serve --auth-tokens to standard error. The line holds a hash: who",
      "reads the file can call nothing. A running server takes it up within seconds.",
      "Several lines may have one name: add a new one, then take the old one away."
    })
final class TokenNewCommand implements Callable<Integer> {

  @Parameters(
      index = "0",
      paramLabel = "NAME",
      description = "Whose it is, for people: letters, digits, dots, dashes, underscores.")
  private String name;

  @Option(
      names = "--roles",
      paramLabel = "ROLES",
      hideParamSyntax = true,
      split = ",",
      defaultValue = "score",
      converter = ChoiceConverter.CallerRole.class,
      description =
          "What its owner may do: score, or admin, which is all (default: ${DEFAULT-VALUE}).")
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
