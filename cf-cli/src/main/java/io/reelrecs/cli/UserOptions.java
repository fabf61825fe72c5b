package io.reelrecs.cli;

import io.reelrecs.core.ids.IdIndex;
import java.io.IOException;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** Which users a command answers for: one, those of a list, or all of the model. */
final class UserOptions {

  private static final String ALL = "all";

  @ArgGroup(exclusive = true, multiplicity = "1")
  private Choice choice;

  private static final class Choice {
    @Option(
        names = "--user",
        paramLabel = "ID",
        converter = IdConverter.class,
        description = "The user.")
    private Long user;

    @Option(
        names = "--users",
        paramLabel = "FILE",
        description =
            "Many users, answered in order: a file with one id a line, - for standard input, or"
                + " \"all\" for every user of the model.")
    private String users;
  }

  /** The users asked for, in order. */
  long[] read(IdIndex known, CliContext context) throws IOException {
    if (choice.user != null) {
      return new long[] {choice.user};
    }
    return choice.users.equals(ALL) ? known.toArray() : IdList.read(choice.users, context);
  }

  /** Whether the answers may be for more than one user. */
  boolean many() {
    return choice.user == null;
  }
}
