package io.reelrecs.cli;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.Map;
import java.util.Properties;

/**
 * What a command has to do with the world outside: its streams and the terminal. Handed to every
 * command by its constructor, so that a test can run one without touching the JVM's own streams.
 *
 * @param in standard input
 * @param out standard output, unbuffered: write through an {@link Output}
 * @param err standard error, for people
 * @param terminal which of them are terminals
 * @param debug whether the environment asks for stack traces
 * @param environment the environment's variables
 */
record CliContext(
    InputStream in,
    OutputStream out,
    PrintStream err,
    Terminal terminal,
    boolean debug,
    Map<String, String> environment) {

  /** The same in an environment without variables. */
  CliContext(InputStream in, OutputStream out, PrintStream err, Terminal terminal, boolean debug) {
    this(in, out, err, terminal, debug, Map.of());
  }

  /** These streams, and what properties and environment variables say of the terminal. */
  static CliContext of(
      InputStream in,
      OutputStream out,
      PrintStream err,
      Properties properties,
      Map<String, String> environment) {
    String debug = environment.getOrDefault("REELRECS_DEBUG", "");
    return new CliContext(
        in,
        out,
        err,
        Terminal.of(properties, environment),
        !debug.isEmpty() && !debug.equals("0") && !debug.equals("false"),
        environment);
  }
}
