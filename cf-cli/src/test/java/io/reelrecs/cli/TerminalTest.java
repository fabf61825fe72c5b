package io.reelrecs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class TerminalTest {

  @Test
  void of_noProperties_isNoTerminal() {
    assertThat(Terminal.of(new Properties(), Map.of()))
        .isEqualTo(new Terminal(false, false, true, 80));
  }

  @Test
  void of_properties_saysWhichAreTerminals() {
    Properties properties = new Properties();
    properties.setProperty("reelrecs.tty.stderr", "true");
    properties.setProperty("reelrecs.tty.columns", "100");

    assertThat(Terminal.of(properties, Map.of())).isEqualTo(new Terminal(false, true, true, 100));
  }

  @Test
  void of_columns_areBroughtWithinReason() {
    assertThat(columns("10")).isEqualTo(40);
    assertThat(columns("500")).isEqualTo(120);
    assertThat(columns("")).isEqualTo(80);
    assertThat(columns("0")).isEqualTo(80);
    assertThat(columns("wide")).isEqualTo(80);
  }

  @Test
  void of_environment_turnsColorsOff() {
    Properties properties = new Properties();
    properties.setProperty("reelrecs.tty.stderr", "true");

    assertThat(Terminal.of(properties, Map.of()).colorOnStderr()).isTrue();
    assertThat(Terminal.of(properties, Map.of("NO_COLOR", "1")).colorOnStderr()).isFalse();
    assertThat(Terminal.of(properties, Map.of("NO_COLOR", "")).colorOnStderr()).isTrue();
    assertThat(Terminal.of(properties, Map.of("TERM", "dumb")).colorOnStderr()).isFalse();
    assertThat(Terminal.of(properties, Map.of()).colorOnStdout()).isFalse();
  }

  private static int columns(String text) {
    Properties properties = new Properties();
    properties.setProperty("reelrecs.tty.columns", text);
    return Terminal.of(properties, Map.of()).columns();
  }
}
