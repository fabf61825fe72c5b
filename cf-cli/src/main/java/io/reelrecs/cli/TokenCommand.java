package io.reelrecs.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code reelrecs token}: what concerns the tokens of those who call a server. */
@Command(name = "token", description = "Make tokens for those who call a server.")
final class TokenCommand implements Runnable {

  /** The command with its own commands. */
  static CommandLine create(CliContext context) {
    return new CommandLine(new TokenCommand()).addSubcommand("new", new TokenNewCommand(context));
  }

  @Mixin
  @SuppressWarnings("UnusedVariable") // picocli acts on it
  private HelpOption help;

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "say what to do, as in: reelrecs token new pipeline");
  }
}
