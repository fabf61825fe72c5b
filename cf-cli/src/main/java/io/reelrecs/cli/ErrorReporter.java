package io.reelrecs.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Tells the person at the terminal what went wrong. A stack trace is printed only with {@code
 * --debug} or {@code REELRECS_DEBUG=1}; that of a bug goes to a file, whose name is printed.
 */
final class ErrorReporter {

  private final PrintStream err;
  private final boolean color;
  private final ErrorMapper mapper;

  ErrorReporter(CliContext context, ErrorMapper mapper) {
    this.err = context.err();
    this.color = context.terminal().colorOnStderr();
    this.mapper = mapper;
  }

  /** Prints what {@code thrown} means and returns the exit status that goes with it. */
  int report(Throwable thrown, boolean debug) {
    Failure failure = mapper.map(thrown);
    if (!failure.isQuiet()) {
      message(failure.message());
    }
    if (failure.exitCode() == ExitCode.BUG) {
      err.println(bugAdvice(thrown, debug));
    }
    if (debug && failure.exitCode() != ExitCode.PIPE_CLOSED) {
      thrown.printStackTrace(err);
    }
    err.flush();
    return failure.exitCode().status();
  }

  /** Prints {@code text}, marked as an error of this program. */
  void message(String text) {
    err.println((color ? "\033[1;31mreelrecs:\033[0m " : "reelrecs: ") + text);
  }

  private static String bugAdvice(Throwable thrown, boolean debug) {
    String plea = "This is a bug in reelrecs, not a mistake of yours. Please report it with ";
    if (debug) {
      return plea + "this trace:";
    }
    return writeTrace(thrown)
        .map(file -> plea + "the file " + file)
        .orElse(plea + "what the same command prints with --debug.");
  }

  private static Optional<Path> writeTrace(Throwable thrown) {
    try {
      Path file = Files.createTempFile("reelrecs-bug-", ".txt");
      try (PrintWriter writer =
          new PrintWriter(Files.newBufferedWriter(file, StandardCharsets.UTF_8))) {
        writer.println(String.join(System.lineSeparator(), new Version().getVersion()));
        thrown.printStackTrace(writer);
      }
      return Optional.of(file);
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
