package io.reelrecs.cli;

import io.reelrecs.cli.settings.Settings;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Answers a command line that is wrong: what is wrong, a guess at what was meant, where to look.
 */
final class UsageReporter implements IParameterExceptionHandler {

  private final CliContext context;
  private final ErrorReporter errors;

  UsageReporter(CliContext context, ErrorReporter errors) {
    this.context = context;
    this.errors = errors;
  }

  @Override
  public int handleParseException(ParameterException e, String[] args) {
    errors.message(message(e));
    guess(e).lines().forEach(context.err()::println);
    CommandLine command = e.getCommandLine();
    context.err().println("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
    context.err().flush();
    return ExitCode.USAGE.status();
  }

  private static String message(ParameterException e) {
    if (!(e instanceof UnmatchedArgumentException unmatched) || unmatched.isUnknownOption()) {
      return located(e);
    }
    boolean takesCommands = !e.getCommandLine().getSubcommands().isEmpty();
    return (takesCommands ? "unknown command: " : "unexpected argument: ")
        + unmatched.getUnmatched().get(0);
  }

  private static String located(ParameterException e) {
    if (e.getArgSpec() instanceof OptionSpec option
        && e.getCommandLine().getDefaultValueProvider() instanceof Settings settings) {
      return settings.locate(option.longestName(), e.getMessage());
    }
    return e.getMessage();
  }

  private static String guess(ParameterException e) {
    StringWriter text = new StringWriter();
    UnmatchedArgumentException.printSuggestions(e, new PrintWriter(text, true));
    return text.toString().lines().filter(l -> !l.isBlank()).collect(Collectors.joining("\n"));
  }
}
