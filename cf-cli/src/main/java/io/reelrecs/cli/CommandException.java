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
   * @throws CommandException with {@link ExitCode#USAGE} and the constructor's own message, in
   *     which a name in front is written as on the command line: "max-bad-rows must be"
   */
  static <T> T fromOptions(Supplier<T> constructor) {
    try {
      return constructor.get();
    } catch (IllegalArgumentException e) {
      throw new CommandException(ExitCode.USAGE, asOption(e.getMessage()), e);
    }
  }

  private static String asOption(String message) {
    int end = message.indexOf(" must ");
    if (end < 0 || message.substring(0, end).contains(" ")) {
      return message;
    }
    StringBuilder name = new StringBuilder();
    for (char c : message.substring(0, end).toCharArray()) {
      name.append(Character.isUpperCase(c) ? "-" : "").append(Character.toLowerCase(c));
    }
    return name + message.substring(end);
  }

  ExitCode exitCode() {
    return exitCode;
  }
}
