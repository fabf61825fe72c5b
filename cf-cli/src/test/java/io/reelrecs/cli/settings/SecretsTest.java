package io.reelrecs.cli.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Model.OptionSpec;

class SecretsTest {

  @Test
  void redact_secret_isHidden() {
    assertThat(redact("--tls-key-password", String.class, "hunter2")).isEqualTo("********");
    assertThat(redact("--token", String.class, "abc")).isEqualTo("********");
    assertThat(redact("--otel-endpoint", String.class, "http://me:pw@host:4317/x"))
        .isEqualTo("http://********@host:4317/x");
  }

  @Test
  void redact_noSecret_isShown() {
    assertThat(redact("--tls-key", Path.class, "/etc/tls.key")).isEqualTo("/etc/tls.key");
    assertThat(redact("--auth-tokens", Path.class, "tokens.txt")).isEqualTo("tokens.txt");
    assertThat(redact("--keepalive-time", String.class, "1m")).isEqualTo("1m");
    assertThat(redact("--host", String.class, "localhost")).isEqualTo("localhost");
    assertThat(redact("--token", String.class, "")).isEmpty();
  }

  private static String redact(String name, Class<?> type, String value) {
    return Secrets.redact(OptionSpec.builder(name).type(type).build(), value);
  }
}
