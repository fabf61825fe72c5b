package io.reelrecs.cli;

import java.util.function.Supplier;

/**
 * A failure that the person who typed the command can do something about. The message is printed as
 * it stands, without a stack trace: what, where and why first, what to do next last.
 */
final class CommandException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final ExitCode exitCode;

  /** A failure that ends the process with {@code exitCode} after {@code message} was printed. */
  CommandException(ExitCode exitCode, String message) {
    this(exitCode, message, null);
  }

  /** As above; {@code cause} is shown by {@code --debug} only. */
  CommandException(ExitCode exitCode, String message, Throwable cause) {
    super(message, cause);
    this.exitCode = exitCode;
  }

  /**
   * Builds a value out of what stands on the command line. An {@link IllegalArgumentException} that
   * its constructor throws ("k must be >= 1, actual: 0") is then the user's mistake, not ours.
   *
   * @throws CommandException with {@link ExitCode#USAGE} and the constructor's own message
   */
  static <T> T fromOptions(Supplier<T> constructor) {
    try {
      return constructor.get();
    } catch (IllegalArgumentException e) {
      throw new CommandException(ExitCode.USAGE, e.getMessage(), e);
    }
  }

  ExitCode exitCode() {
    return exitCode;
  }
}
