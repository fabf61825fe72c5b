package io.reelrecs.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code reelrecs model}: what concerns model files. */
@Command(name = "model", description = "Look at model files, and choose among versions.")
final class ModelCommand implements Runnable {

  /** The command with its own commands. */
  static CommandLine create(CliContext context) {
    return new CommandLine(new ModelCommand())
        .addSubcommand("inspect", new ModelInspectCommand(context))
        .addSubcommand("coverage", new ModelCoverageCommand(context))
        .addSubcommand("add", new ModelAddCommand(context))
        .addSubcommand("list", new ModelListCommand(context))
        .addSubcommand("promote", new ModelPromoteCommand(context))
        .addSubcommand("rollback", new ModelRollbackCommand(context))
        .addSubcommand("verify", new ModelVerifyCommand(context));
  }

  @Mixin
  @SuppressWarnings("UnusedVariable") // picocli acts on it
  private HelpOption help;

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "say what to do, as in: reelrecs model inspect");
  }
}
