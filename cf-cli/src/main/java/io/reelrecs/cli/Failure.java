package io.reelrecs.cli;

/**
 * What an exception comes to: an exit code, and a message for people that may span lines.
 *
 * @param exitCode how the process ends
 * @param message what to print on standard error; empty to end without a word
 */
record Failure(ExitCode exitCode, String message) {

  /** Whether nothing is to be printed. */
  boolean isQuiet() {
    return message.isEmpty();
  }
}
