package io.reelrecs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** One run of the command inside the test's JVM: its exit status and what it printed. */
record Run(int status, String out, String err) {

  static Run of(String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    return run(args, out, out, Terminal.none(), null);
  }

  /** Runs with this text on standard input. */
  static Run reading(String in, String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    InputStream text = new ByteArrayInputStream(in.getBytes(StandardCharsets.UTF_8));
    return run(args, text, out, out, Terminal.none(), null);
  }

  /** Runs with these environment variables. */
  static Run with(Map<String, String> environment, String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    InputStream nothing = InputStream.nullInputStream();
    return run(args, nothing, out, out, Terminal.none(), null, environment);
  }

  static Run on(Terminal terminal, String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    return run(args, out, out, terminal, null);
  }

  /** Runs with a standard output of the test's own; {@link #out} is then empty. */
  static Run into(OutputStream out, String... args) {
    return run(args, new ByteArrayOutputStream(), out, Terminal.none(), null);
  }

  /** Runs {@code reelrecs probe ARGS}, a command that does what the test says. */
  static Run probe(Callable<?> action, String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    String[] all = new String[args.length + 1];
    all[0] = "probe";
    System.arraycopy(args, 0, all, 1, args.length);
    return run(all, out, out, Terminal.none(), new Probe(action));
  }

  private static Run run(
      String[] args,
      ByteArrayOutputStream captured,
      OutputStream out,
      Terminal terminal,
      Probe probe) {
    InputStream nothing = InputStream.nullInputStream();
    return run(args, nothing, captured, out, terminal, probe);
  }

  private static Run run(
      String[] args,
      InputStream in,
      ByteArrayOutputStream captured,
      OutputStream out,
      Terminal terminal,
      Probe probe) {
    return run(args, in, captured, out, terminal, probe, Map.of());
  }

  private static Run run(
      String[] args,
      InputStream in,
      ByteArrayOutputStream captured,
      OutputStream out,
      Terminal terminal,
      Probe probe,
      Map<String, String> environment) {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    CliContext context =
        new CliContext(
            in,
            out,
            new PrintStream(err, true, StandardCharsets.UTF_8),
            terminal,
            false,
            environment);
    CommandLine commands = Commands.create(context, args);
    if (probe != null) {
      commands.addSubcommand("probe", probe);
    }
    int status = Main.execute(commands, args, context);
    return new Run(
        status, captured.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /** The JSON objects of standard output, one of each line; fields in the order of the line. */
  List<JsonObject> json() {
    return out.lines().map(line -> JsonParser.parseString(line).getAsJsonObject()).toList();
  }

  /** The lines of text of standard output without the heading. */
  List<String> rows() {
    return out.lines().skip(1).toList();
  }

  /** The one line on standard error that is marked as an error, without the mark in front. */
  String problem() {
    String mark = "reelrecs: ";
    List<String> marked = err.lines().filter(line -> line.startsWith(mark)).toList();
    assertThat(marked).as(err).hasSize(1);
    return marked.get(0).substring(mark.length());
  }

  @Command(name = "probe")
  private static final class Probe implements Callable<Object> {
    private final Callable<?> action;

    @Mixin
    @SuppressWarnings("UnusedVariable") // as every command has them
    private OutputOptions output;

    Probe(Callable<?> action) {
      this.action = action;
    }

    @Override
    public Object call() throws Exception {
      return action.call();
    }
  }
}
