package io.reelrecs.cli;

import io.reelrecs.core.ids.IdIndex;
import picocli.CommandLine.Option;

/** Whether an id that the model does not know is an error. */
final class StrictOption {

  @Option(
      names = "--strict",
      description = "Fail (exit status 5) if an id is not in the model, before any answer.")
  private boolean strict;

  /**
   * Checks ids where that was asked for.
   *
   * @param what "user" or "movie"
   */
  void check(String what, IdIndex known, long... ids) {
    if (!strict) {
      return;
    }
    for (long id : ids) {
      if (!known.contains(id)) {
        throw new CommandException(
            ExitCode.UNKNOWN_ID,
            what
                + " "
                + id
                + " is not in the model, which knows "
                + known.size()
                + " "
                + what
                + "s\nWithout --strict it is answered from what is known.");
      }
    }
  }
}
