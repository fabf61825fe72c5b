package io.reelrecs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.reelrecs.train.heap.HeapNeed;
import io.reelrecs.train.heap.HeapTooSmallException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class MainTest {

  @Test
  void run_withoutArguments_showsTheThreeUsualCommands() {
    Run run = Run.of();

    assertThat(run.status()).isZero();
    assertThat(run.out()).contains("reelrecs train", "reelrecs score", "reelrecs serve");
    assertThat(run.err()).isEmpty();
  }

  @Test
  void run_version_namesProgramAndJava() {
    Run run = Run.of("--version");

    assertThat(run.status()).isZero();
    assertThat(run.out().lines())
        .containsExactly(
            "reelrecs " + Version.number(),
            "Java " + Runtime.version() + " (" + System.getProperty("java.vendor") + ")");
    assertThat(run.err()).isEmpty();
  }

  @Test
  void run_help_listsEveryCommandAndTheExitCodes() {
    Run run = Run.of("--help");

    assertThat(run.status()).isZero();
    assertThat(run.out()).contains("Commands:", "  doctor", "  help", "130 interrupted");
    assertThat(run.err()).isEmpty();
  }

  @Test
  void run_helpOfACommand_isTheSameBothWays() {
    Run option = Run.of("doctor", "--help");

    assertThat(option.status()).isZero();
    assertThat(option.out()).contains("Usage: reelrecs doctor", "--json", "--debug");
    assertThat(Run.of("help", "doctor").out()).isEqualTo(option.out());
  }

  @Test
  void run_unknownOption_isUsageWithAGuess() {
    Run run = Run.of("doctor", "--jsn");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err().lines())
        .containsExactly(
            "reelrecs: Unknown option: '--jsn'",
            "Possible solutions: --json",
            "Try 'reelrecs doctor --help'.");
  }

  @Test
  void run_unknownCommand_isUsageWithAGuess() {
    Run run = Run.of("--debug", "doctr");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .startsWith("reelrecs: unknown command: doctr\nDid you mean: reelrecs doctor")
        .endsWith("?\nTry 'reelrecs --help'.\n");
  }

  @Test
  void run_commandException_keepsItsCodeAndMessageWithoutTrace() {
    Run run =
        Run.probe(
            () -> {
              throw new CommandException(ExitCode.BAD_MODEL, "no model at m.rrm\nRun: train");
            });

    assertThat(run.status()).isEqualTo(4);
    assertThat(run.err().lines()).containsExactly("reelrecs: no model at m.rrm", "Run: train");
  }

  @Test
  void run_commandExceptionWithDebug_showsTheTrace() {
    Run run =
        Run.probe(
            () -> {
              throw new CommandException(ExitCode.BAD_DATA, "bad", new IOException("deep cause"));
            },
            "--debug");

    assertThat(run.status()).isEqualTo(3);
    assertThat(run.err()).startsWith("reelrecs: bad\n").contains("deep cause", "\tat io.reelrecs");
  }

  @Test
  void run_illegalOptionValue_isUsage() {
    Run run =
        Run.probe(
            () ->
                CommandException.fromOptions(
                    () -> {
                      throw new IllegalArgumentException("k must be >= 1, actual: 0");
                    }));

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err().lines()).containsExactly("reelrecs: k must be >= 1, actual: 0");
  }

  @Test
  void run_fileTrouble_isBadDataThatNamesTheFile() {
    Run missing =
        Run.probe(
            () -> {
              throw new UncheckedIOException(new NoSuchFileException("data/ratings.dat"));
            });
    Run forbidden =
        Run.probe(
            () -> {
              throw new AccessDeniedException("data/ratings.dat");
            });

    assertThat(missing.status()).isEqualTo(3);
    assertThat(missing.err().lines())
        .containsExactly("reelrecs: data/ratings.dat: no such file or directory");
    assertThat(forbidden.status()).isEqualTo(3);
    assertThat(forbidden.err().lines())
        .containsExactly("reelrecs: data/ratings.dat: permission denied");
  }

  @Test
  void run_interrupt_is130WithoutAWord() {
    Run run =
        Run.probe(
            () -> {
              throw new InterruptedException();
            });

    assertThat(run.status()).isEqualTo(130);
    assertThat(run.err()).isEmpty();
  }

  @Test
  void run_outOfMemory_saysHowToGetMore() {
    Run run =
        Run.probe(
            () -> {
              throw new OutOfMemoryError("Java heap space");
            });

    assertThat(run.status()).isEqualTo(3);
    assertThat(run.err()).contains("out of memory", "REELRECS_JAVA_OPTS=-Xmx");
  }

  @Test
  void run_heapTooSmall_saysWhichToAskFor() {
    HeapNeed need = new HeapNeed("fusion on 9 ratings", 3L << 30, 1L << 30);
    Run run =
        Run.probe(
            () -> {
              throw new HeapTooSmallException(need);
            });

    assertThat(run.status()).isEqualTo(3);
    assertThat(run.err().lines())
        .startsWith(
            "reelrecs: fusion on 9 ratings needs about 3.0 GB of heap; this Java has 1.0 GB",
            "Nothing was trained. If the machine has that much: REELRECS_JAVA_OPTS=-Xmx3g reelrecs"
                + " ...");
  }

  @Test
  void run_unexpectedException_isOurBugWithTheTraceInAFile() throws IOException {
    Run run =
        Run.probe(
            () -> {
              throw new IllegalStateException("boom");
            });

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err().lines().toList())
        .hasSize(2)
        .first()
        .isEqualTo("reelrecs: unexpected error: java.lang.IllegalStateException: boom");
    assertThat(run.err()).contains("This is a bug in reelrecs");
    Path trace = Path.of(run.err().strip().replaceFirst("(?s).* the file ", ""));
    assertThat(trace)
        .content()
        .contains("reelrecs " + Version.number(), "boom", "\tat io.reelrecs");
    Files.delete(trace);
  }

  @Test
  void run_readerGone_endsQuietly() {
    Run run = Run.into(new Broken("Broken pipe"), "doctor");

    assertThat(run.status()).isEqualTo(141);
    assertThat(run.err()).isEmpty();
    assertThat(Run.into(new Broken("Broken pipe"), "--help").status()).isEqualTo(141);
  }

  @Test
  void run_diskFull_isSaid() {
    for (String argument : new String[] {"doctor", "--help", "--version"}) {
      Run run = Run.into(new Broken("No space left on device"), argument);

      assertThat(run.status()).isEqualTo(3);
      assertThat(run.err().lines())
          .containsExactly("reelrecs: cannot write to standard output: No space left on device");
    }
  }

  @Test
  void run_colors_onlyOnATerminal() {
    Terminal color = new Terminal(true, true, true, 80);
    Terminal plain = new Terminal(true, true, false, 80);

    assertThat(Run.on(color, "--help").out()).contains("\033[");
    assertThat(Run.on(color, "--nonsense").err()).contains("\033[");
    assertThat(Run.on(plain, "--help").out()).doesNotContain("\033[");
    assertThat(Run.on(plain, "--nonsense").err()).doesNotContain("\033[");
    assertThat(Run.of("--help").out()).doesNotContain("\033[");
  }

  @Test
  void run_fromOutside_returnsTheStatus() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream err = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);

    int status =
        Main.run(
            new String[] {"doctor", "--json"}, new ByteArrayInputStream(new byte[0]), out, err);

    assertThat(status).isZero();
    JsonObject json =
        JsonParser.parseString(out.toString(StandardCharsets.UTF_8)).getAsJsonObject();
    assertThat(json.get("java").getAsString()).isEqualTo(Runtime.version().toString());
  }

  private static final class Broken extends OutputStream {
    private final String message;

    Broken(String message) {
      this.message = message;
    }

    @Override
    public void write(int b) throws IOException {
      throw new IOException(message);
    }
  }
}
