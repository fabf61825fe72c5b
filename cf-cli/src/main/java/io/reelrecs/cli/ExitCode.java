package io.reelrecs.cli;

/** What the process's exit status means. Part of the contract with scripts: never renumbered. */
enum ExitCode {
  /** Done. */
  OK(0),
  /** A bug in reelrecs; the launcher also ends with it when it cannot build or finds no Java. */
  BUG(1),
  /** The command line is wrong. */
  USAGE(2),
  /** Input data is malformed, or a file cannot be read or written. */
  BAD_DATA(3),
  /** The model is missing, corrupt, or of a version this program does not read. */
  BAD_MODEL(4),
  /** An id is not in the model, and {@code --strict} was given. */
  UNKNOWN_ID(5),
  /** The server cannot be reached, or the port cannot be listened on. */
  UNREACHABLE(6),
  /** A figure is worse than the limit that was set for it. */
  GATE(7),
  /** Stopped by Ctrl-C or an interrupt (128 + SIGINT). */
  INTERRUPTED(130),
  /** Whoever read standard output closed it, as {@code head} does (128 + SIGPIPE). */
  PIPE_CLOSED(141),
  /** A second SIGTERM ended the process before it had stopped in good order (128 + SIGTERM). */
  TERMINATED(143);

  private final int status;

  ExitCode(int status) {
    this.status = status;
  }

  /** The process exit status, 0 to 255. */
  int status() {
    return status;
  }
}
