package io.reelrecs.cli;

import io.reelrecs.core.ids.IdIndex;
import java.io.IOException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which users a command answers for: one, those of a list, or all of the model. */
final class UserOptions {

  private static final String ALL = "all";

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

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  /** Checks that there is one answer to "which users?"; to be called before any work is done. */
  void check() {
    check(null);
  }

  /** The same where a user may be given by ratings as well. */
  void check(RatedOption rated) {
    boolean byRatings = rated != null && rated.given();
    if (byRatings && (user != null || users != null)) {
      throw new ParameterException(
          command.commandLine(),
          "--rated is for a user without an id: it cannot be combined with --user or --users");
    }
    if (byRatings) {
      return;
    }
    if (user != null && users != null) {
      throw new ParameterException(command.commandLine(), "--user and --users cannot be combined");
    }
    if (user == null && users == null) {
      throw new ParameterException(
          command.commandLine(), "say which user: --user ID, or --users FILE for many");
    }
  }

  /** The users asked for, in order. */
  long[] read(IdIndex known, CliContext context) throws IOException {
    if (user != null) {
      return new long[] {user};
    }
    return users.equals(ALL) ? known.toArray() : IdList.read(users, context);
  }

  /** Whether the answers may be for more than one user. */
  boolean many() {
    return user == null;
  }
}
