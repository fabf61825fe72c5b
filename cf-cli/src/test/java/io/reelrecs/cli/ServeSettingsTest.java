package io.reelrecs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The settings of {@code serve}: flags, environment, file, default. */
class ServeSettingsTest {

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void nameTheFile() {
    file = folder.resolve("reelrecs.properties");
  }

  private void write(String... lines) throws IOException {
    Files.writeString(file, String.join("\n", lines) + "\n");
  }

  private static Run print(Map<String, String> environment, String... args) {
    String[] all =
        Stream.concat(Stream.of("serve", "--print-config", "--json"), Stream.of(args))
            .toArray(String[]::new);
    return Run.with(environment, all);
  }

  /** "value source where" of one setting. */
  private static String setting(Run run, String name) {
    assertThat(run.err()).isEmpty();
    assertThat(run.status()).isZero();
    Map<String, String> all =
        run.json().stream()
            .collect(Collectors.toMap(o -> text(o, "name"), ServeSettingsTest::described));
    return all.get(name);
  }

  private static String described(JsonObject setting) {
    return text(setting, "value") + " " + text(setting, "source") + " " + text(setting, "where");
  }

  private static String text(JsonObject object, String field) {
    return object.get(field).getAsString();
  }

  @Test
  void settings_ofEverySource_theFirstThatSetsItCounts() throws IOException {
    write(
        "# what is served",
        "max-candidates = 500",
        "default-score=0.25",
        "",
        "weights = 1, 0, 0, \\",
        "          0, 0",
        "max-queue-time = 2s");
    Map<String, String> environment =
        Map.of("REELRECS_MAX_CANDIDATES", "600", "REELRECS_DEFAULT_SCORE", "0.75");

    Run run = print(environment, "--config", file.toString(), "--max-candidates", "700");

    assertThat(setting(run, "max-candidates")).isEqualTo("700 flag --max-candidates");
    assertThat(setting(run, "default-score")).isEqualTo("0.75 environment REELRECS_DEFAULT_SCORE");
    assertThat(setting(run, "weights")).isEqualTo("1, 0, 0, 0, 0 file " + file + ":5");
    assertThat(setting(run, "max-queue-time")).isEqualTo("2s file " + file + ":7");
    assertThat(setting(run, "max-concurrent-requests")).isEqualTo("1024 default ");
    assertThat(setting(run, "json")).isEqualTo("true flag --json");
    assertThat(run.json().stream().map(o -> text(o, "name")))
        .contains("threads", "model", "stop-grace", "drain-delay", "feature-range")
        .doesNotContain("help", "config", "print-config", "debug");
  }

  @Test
  void settings_fileNamedByTheEnvironment_isRead() throws IOException {
    write("port = 7");

    Run run = print(Map.of("REELRECS_CONFIG", file.toString(), "REELRECS_HOST", ""));

    assertThat(setting(run, "port")).isEqualTo("7 file " + file + ":1");
    assertThat(setting(run, "host")).isEqualTo("localhost default ");
  }

  @Test
  void settings_flagThatTheEnvironmentSetsToo_isOn() {
    assertThat(setting(print(Map.of("REELRECS_JSON", "true")), "json"))
        .isEqualTo("true flag --json");
    assertThat(Run.with(Map.of("REELRECS_JSON", "true"), "serve", "--print-config").out())
        .startsWith("{");
  }

  @Test
  void print_text_namesValueAndOrigin() {
    Run run = Run.with(Map.of("REELRECS_PORT", "8"), "serve", "--print-config");

    assertThat(run.out().lines().map(line -> line.replaceAll("\\s+", " ")))
        .contains("port 8 REELRECS_PORT", "host localhost default");
  }

  @Test
  void print_helpIsAsked_showsWhatCountsWithoutFlags() {
    assertThat(Run.with(Map.of("REELRECS_PORT", "x"), "serve", "--help").status()).isZero();
  }

  @Test
  void file_unknownKey_refusedWithLineAndGuess() throws IOException {
    write("port = 1", "", "max-candidate = 500");
    assertUsage(file + ":3: unknown key max-candidate; did you mean max-candidates?");

    write("frobnicate = yes");
    assertUsage(file + ":1: unknown key frobnicate; --print-config lists the keys there are");

    write("help = true");
    assertUsage(file + ":1: unknown key help; --print-config lists the keys there are");
  }

  @Test
  void file_notAsItShouldBe_refusedWithLine() throws IOException {
    write("port = 1", "host = a", "port = 2");
    assertUsage(file + ":3: port stands on line 1 already");
    write("port");
    assertUsage(file + ":1: port has no value");
    write("host = \\u12");
    assertUsage(file + ":1: Malformed \\uxxxx encoding.");
    Files.write(file, new byte[] {'a', '=', (byte) 0xc0});
    assertUsage(file + ": the file is not in UTF-8 (--config)");
    Files.delete(file);
    assertUsage(file + ": no such file (--config)");
  }

  @Test
  void value_ofTheWrongKind_refusedWithWhereItStands() throws IOException {
    write("", "default-score = half");
    assertUsage(
        "Invalid value for option '--default-score': must be a number, as in 0.5, actual: half"
            + " (from "
            + file
            + ":2)");
    write("max-queue-time = 3 parsecs");
    assertUsage(
        "Invalid value for option '--max-queue-time': must be a time as in 250ms, 30s, 5m or 1h,"
            + " actual: 3 parsecs (from "
            + file
            + ":1)");
    write("max-concurrent-requests = 0");
    assertUsage("max-concurrent-requests must be >= 1, actual: 0 (from " + file + ":1)");
  }

  private void assertUsage(String message) {
    Run run = print(Map.of(), "--config", file.toString());

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.problem()).isEqualTo(message);
  }

  @Test
  void environment_ofKubernetes_notTakenForAPort() {
    Run run = Run.with(Map.of("REELRECS_PORT", "tcp://10.0.0.1:50051"), "serve", "--print-config");

    assertThat(run.status()).isZero();
    assertThat(run.out().replaceAll(" +", " ")).contains("port 50051 default");
    assertThat(run.err())
        .isEqualTo(
            "REELRECS_PORT is Kubernetes's link to a service, and not taken for --port;"
                + " enableServiceLinks: false in the pod keeps it out\n");
  }

  @Test
  void environment_nearlyASetting_isPointedOut() {
    Run run =
        Run.with(
            Map.of("REELRECS_MAX_CANDIDATE", "5", "REELRECS_JAVA_OPTS", "-Xmx1g"),
            "serve",
            "--print-config");

    assertThat(run.status()).isZero();
    assertThat(run.err())
        .isEqualTo("REELRECS_MAX_CANDIDATE is no setting; did you mean REELRECS_MAX_CANDIDATES?\n");
  }
}
