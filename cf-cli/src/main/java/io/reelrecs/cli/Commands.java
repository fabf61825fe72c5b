package io.reelrecs.cli;

import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.HelpCommand;

/** The tree of commands: the one place where they are registered, in the order of the help. */
final class Commands {

  private Commands() {}

  /** All commands, ready to parse; each runs in {@code context}. */
  static CommandLine create(CliContext context) {
    return new CommandLine(new ReelRecs())
        .addSubcommand(new TrainCommand(context))
        .addSubcommand(new ScoreCommand(context))
        .addSubcommand(new SimilarCommand(context))
        .addSubcommand(new RecommendCommand(context))
        .addSubcommand(new ServeCommand(context))
        .addSubcommand(
            new CommandLine(new ModelCommand()).addSubcommand(new ModelInspectCommand(context)))
        .addSubcommand(new DoctorCommand(context))
        .addSubcommand(new HelpCommand())
        .setColorScheme(
            CommandLine.Help.defaultColorScheme(
                context.terminal().colorOnStdout() ? Ansi.ON : Ansi.OFF))
        .setUsageHelpWidth(context.terminal().columns())
        .setCaseInsensitiveEnumValuesAllowed(true);
  }
}
