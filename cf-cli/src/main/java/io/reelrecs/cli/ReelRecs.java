package io.reelrecs.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command itself. Without a subcommand it shows where to start. */
@Command(
    name = "reelrecs",
    description = "Trains on movie ratings, scores movies for users, and serves scores over gRPC.",
    versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND",
    optionListHeading = "%nOptions:%n",
    commandListHeading = "%nCommands:%n",
    footerHeading = "%nExit status:%n",
    footer =
        "0 ok, 1 bug in reelrecs, 2 usage, 3 bad data or file, 4 model missing or corrupt,"
            + " 5 unknown id (--strict), 6 server unreachable, 7 worse than a set limit,"
            + " 130 interrupted, 141 standard output closed by its reader,"
            + " 143 ended by a second SIGTERM.")
final class ReelRecs implements Callable<Integer> {

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      description = "Show the version of reelrecs and of Java.")
  @SuppressWarnings("UnusedVariable") // picocli acts on it
  private boolean version;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help.")
  @SuppressWarnings("UnusedVariable") // picocli acts on it
  private boolean help;

  @Option(
      names = "--debug",
      scope = ScopeType.INHERIT,
      description = "Show a stack trace when something fails (also REELRECS_DEBUG=1).")
  private boolean debug;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    CommandLine command = spec.commandLine();
    command.getOut().println(shortHelp());
    return ExitCode.OK.status();
  }

  boolean debug() {
    return debug;
  }

  private static String shortHelp() {
    return String.join(
        System.lineSeparator(),
        "ReelRecs trains on movie ratings, scores movies for users, and serves scores over gRPC.",
        "",
        "  " + Text.command() + " train --ratings data/ratings.dat   train a model",
        "  " + Text.command() + " score --user 1 --movie 1193        score a movie for a user",
        "  " + Text.command() + " serve --port 50051                 answer gRPC clients",
        "",
        "All commands: reelrecs --help     One command: reelrecs COMMAND --help");
  }
}
