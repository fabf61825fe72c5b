package io.reelrecs.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;

/** Where the command starts and, alone in this program, where it ends the process. */
public final class Main {

  private Main() {}

  /**
   * Runs the command and ends the process with its exit status.
   *
   * @param args the command line, without the name of the command
   */
  public static void main(String[] args) {
    System.setErr(StandardError.open());
    System.exit(run(args, System.in, new FileOutputStream(FileDescriptor.out), System.err));
  }

  /**
   * Runs the command in this JVM, without ending it.
   *
   * @param args the command line, without the name of the command
   * @param in standard input
   * @param out standard output, written to in large pieces of UTF-8; not closed
   * @param err standard error; not closed
   * @return the exit status, 0 to 255; see {@code reelrecs --help}
   */
  public static int run(String[] args, InputStream in, OutputStream out, PrintStream err) {
    return run(args, CliContext.of(in, out, err, System.getProperties(), System.getenv()));
  }

  static int run(String[] args, CliContext context) {
    return execute(Commands.create(context, args), args, context);
  }

  /** Runs a command line of {@code commands}, whose root is a {@link ReelRecs}. */
  static int execute(CommandLine commands, String[] args, CliContext context) {
    ReelRecs root = commands.getCommand();
    ErrorReporter errors = new ErrorReporter(context, ErrorMapper.standard());
    StringWriter help = new StringWriter();
    try {
      KernelStatus.checkProperties();
      int status =
          commands
              .setOut(new PrintWriter(help))
              .setParameterExceptionHandler(new UsageReporter(context, errors))
              .setExecutionExceptionHandler(
                  (e, command, parsed) -> errors.report(e, context.debug() || root.debug()))
              .execute(args);
      write(help, context.out());
      return status;
    } catch (Throwable t) {
      // What picocli lets through: errors of the JVM, such as too little memory.
      return errors.report(t, context.debug() || root.debug());
    }
  }

  private static void write(StringWriter text, OutputStream out) {
    try {
      out.write(text.toString().getBytes(StandardCharsets.UTF_8));
      out.flush();
    } catch (IOException e) {
      throw new OutputException(e);
    }
  }
}
