package io.reelrecs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ProgressTest {

  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private long nanos;

  @Test
  void update_notATerminal_printsNothing() {
    try (Progress progress = start(Terminal.none())) {
      progress.update("Reading", 0.5);
    }

    assertThat(text()).isEmpty();
  }

  @Test
  void update_terminal_drawsAndWipes() {
    try (Progress progress = start(terminal(80))) {
      progress.update("Reading", 0.5);
      assertThat(text()).isEqualTo("\rReading  [============            ]  50%\033[K");
    }

    assertThat(text()).endsWith("50%\033[K\r\033[K");
  }

  @Test
  void update_often_drawsTenTimesASecond() {
    try (Progress progress = start(terminal(80))) {
      for (int ms = 0; ms < 1000; ms++) {
        nanos = ms * 1_000_000L;
        progress.update("Reading", ms / 1000.0);
      }
    }

    assertThat(text().split("Reading", -1)).hasSize(10 + 1);
  }

  @Test
  void update_later_showsTimeSpentAndLeft() {
    try (Progress progress = start(terminal(80))) {
      progress.update("Searching", 0);
      nanos = 90_000_000_000L;
      progress.update("Searching", 0.75);
    }

    assertThat(text()).contains(" 75%  1m30s, 30s left\033[K");
  }

  @Test
  void update_note_standsBehindTheBar() {
    try (Progress progress = start(terminal(80))) {
      progress.update("tuning", 0.5, "trial 3 of 6");
    }

    assertThat(text()).contains("]  50%  trial 3 of 6\033[K");
  }

  @Test
  void update_unknownFraction_showsNoBar() {
    try (Progress progress = start(terminal(80))) {
      progress.update("Waiting", Double.NaN);
    }

    assertThat(text()).startsWith("\rWaiting\033[K");
  }

  @Test
  void update_narrowTerminal_staysOnOneLine() {
    try (Progress progress = start(terminal(40))) {
      progress.update("A step with a name that is rather long", 0.5);
    }

    assertThat(text()).startsWith("\rA step with a name that is rather long \033[K");
  }

  @Test
  void close_nothingDrawn_printsNothing() {
    start(terminal(80)).close();

    assertThat(text()).isEmpty();
  }

  private Progress start(Terminal terminal) {
    PrintStream stream = new PrintStream(err, true, StandardCharsets.UTF_8);
    CliContext context =
        new CliContext(
            new ByteArrayInputStream(new byte[0]),
            new ByteArrayOutputStream(),
            stream,
            terminal,
            false);
    return Progress.start(context, () -> nanos);
  }

  private static Terminal terminal(int columns) {
    return new Terminal(true, true, true, columns);
  }

  private String text() {
    return err.toString(StandardCharsets.UTF_8);
  }
}
