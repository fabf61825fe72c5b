package io.reelrecs.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code reelrecs data}: data sets to train on. */
@Command(name = "data", description = "Get data to train on: download it, or make it up.")
final class DataCommand implements Runnable {

  @Mixin
  @SuppressWarnings("UnusedVariable") // picocli acts on it
  private HelpOption help;

  @Spec private CommandSpec spec;

  /** The command with its own commands. */
  static CommandLine create(CliContext context) {
    return new CommandLine(new DataCommand())
        .addSubcommand("download", new DataDownloadCommand(context))
        .addSubcommand("synthesize", new DataSynthesizeCommand(context));
  }

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(),
        "say what to do, as in: reelrecs data download ml-1m, or reelrecs data synthesize");
  }
}
