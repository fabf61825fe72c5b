package io.reelrecs.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
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
    errors.message(
        isUnknownCommand(e)
            ? "unknown command: " + ((UnmatchedArgumentException) e).getUnmatched().get(0)
            : e.getMessage());
    guess(e).lines().forEach(context.err()::println);
    CommandLine command = e.getCommandLine();
    context.err().println("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
    context.err().flush();
    return ExitCode.USAGE.status();
  }

  private static boolean isUnknownCommand(ParameterException e) {
    return e instanceof UnmatchedArgumentException unmatched
        && e.getCommandLine().getParent() == null
        && !unmatched.isUnknownOption();
  }

  private static String guess(ParameterException e) {
    StringWriter text = new StringWriter();
    UnmatchedArgumentException.printSuggestions(e, new PrintWriter(text, true));
    return text.toString().lines().filter(l -> !l.isBlank()).collect(Collectors.joining("\n"));
  }
}
