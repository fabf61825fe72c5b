package io.reelrecs.cli;

import io.reelrecs.cli.settings.Settings;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.HelpCommand;

/** The tree of commands: the one place where they are registered, in the order of the help. */
final class Commands {

  private static final Map<String, Function<CliContext, Object>> ALL = new LinkedHashMap<>();

  static {
    ALL.put("demo", DemoCommand::new);
    ALL.put("data", DataCommand::create);
    ALL.put("train", TrainCommand::new);
    ALL.put("algorithms", AlgorithmsCommand::new);
    ALL.put("evaluate", EvaluateCommand::create);
    ALL.put("tune", TuneCommand::create);
    ALL.put("score", ScoreCommand::new);
    ALL.put("explain", ExplainCommand::new);
    ALL.put("similar", SimilarCommand::new);
    ALL.put("recommend", RecommendCommand::new);
    ALL.put("serve", ServeCommand::new);
    ALL.put("loadtest", LoadtestCommand::new);
    ALL.put("model", ModelCommand::create);
    ALL.put("token", TokenCommand::create);
    ALL.put("bench", BenchCommand::new);
    ALL.put("doctor", DoctorCommand::new);
    ALL.put("help", context -> help());
  }

  private Commands() {}

  /**
   * The commands that {@code args} may need, ready to parse; each runs in {@code context}. That is
   * all of them, unless the first argument names one: reading the options of the others would only
   * take time.
   */
  static CommandLine create(CliContext context, String... args) {
    CommandLine root = new CommandLine(new ReelRecs());
    String first = args.length == 0 ? "" : args[0];
    if (ALL.containsKey(first) && !first.equals("help")) {
      root.addSubcommand(first, ALL.get(first).apply(context));
    } else {
      ALL.forEach((name, command) -> root.addSubcommand(name, command.apply(context)));
    }
    dress(root);
    Numbers.register(root);
    if (root.getSubcommands().containsKey("serve")) {
      Settings.install(root.getSubcommands().get("serve"), context.environment());
    }
    Ansi ansi = context.terminal().colorOnStdout() ? Ansi.ON : Ansi.OFF;
    return root.setColorScheme(CommandLine.Help.defaultColorScheme(ansi))
        .setUsageHelpWidth(context.terminal().columns());
  }

  private static CommandLine help() {
    CommandLine help = new CommandLine(new HelpCommand());
    help.getCommandSpec().usageMessage().header("Show the help of a command.");
    return help;
  }

  /** What all commands have in common: the layout of their help. */
  private static void dress(CommandLine command) {
    command
        .getCommandSpec()
        .usageMessage()
        .sortOptions(false)
        .sortSynopsis(false)
        .parameterListHeading("%n")
        .optionListHeading("%nOptions:%n")
        .commandListHeading("%nCommands:%n");
    command.getSubcommands().values().forEach(Commands::dress);
  }
}
