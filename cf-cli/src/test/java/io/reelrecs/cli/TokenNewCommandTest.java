package io.reelrecs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class TokenNewCommandTest {

  private static String hash(String token) throws Exception {
    return HexFormat.of()
        .formatHex(
            MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void new_text_printsTheTokenAloneAndTheLineToAddForPeople() throws Exception {
    Run run = Run.of("token", "new", "pipeline");

    assertThat(run.status()).isZero();
    assertThat(run.out()).matches("rr_[A-Za-z0-9_-]{43}\n");
    String token = run.out().strip();
    assertThat(run.err())
        .isEqualToIgnoringNewLines(
            "add to the file of serve --auth-tokens: pipeline score sha256:" + hash(token));
  }

  @Test
  void new_json_hasBoth() throws Exception {
    Run run = Run.of("token", "new", "on-call", "--roles", "admin,score", "--json");

    JsonObject made = run.json().get(0);
    assertThat(made.keySet()).containsExactly("token", "line");
    String token = made.get("token").getAsString();
    assertThat(made.get("line").getAsString())
        .isEqualTo("on-call score,admin sha256:" + hash(token));
    assertThat(run.err()).doesNotContain(token);
  }

  @Test
  void new_badNameOrRole_isRefused() {
    Run name = Run.of("token", "new", "two words");
    assertThat(name.status()).isEqualTo(2);
    assertThat(name.out()).isEmpty();
    assertThat(name.problem())
        .isEqualTo("the name must be 1 to 64 letters, digits, dots, dashes and underscores");

    Run role = Run.of("token", "new", "a", "--roles", "root");
    assertThat(role.status()).isEqualTo(2);
    assertThat(role.out()).isEmpty();
    assertThat(role.err()).contains("must be score or admin, actual: root");
  }
}
