package io.reelrecs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher with the JVM that runs the tests: streams, exit codes, signals, directories. */
class LauncherTest {

  @TempDir private Path folder;
  private Launcher launcher;

  @BeforeEach
  void setUp() {
    launcher = Launcher.in(folder).onThisJvm();
  }

  @Test
  void run_program_leavesStandardErrorEmpty() throws Exception {
    launcher.running(Main.class);

    for (String argument : new String[] {"--version", "--help", "doctor"}) {
      Run run = launcher.run(argument);
      assertThat(run.err()).isEmpty();
      assertThat(run.status()).isZero();
      assertThat(run.out()).contains("reelrecs").isNotBlank();
    }
  }

  @Test
  void run_doctor_hasTheVectorApi() throws Exception {
    assertThat(launcher.running(Main.class).run("doctor", "--json").out())
        .contains("\"vector_api\":true");
  }

  @Test
  void run_usageError_reachesStandardError() throws Exception {
    Run run = launcher.running(Main.class).run("nonsense");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith("reelrecs: unknown command: nonsense\n");
  }

  @Test
  void run_bothStreamsInOneFile_keepsOrderAndWhatWasThere() throws Exception {
    Path log = Files.writeString(folder.resolve("log"), "before\n");
    String expected =
        IntStream.range(0, 50)
            .mapToObj(i -> "out " + i + "\nerr " + i + "\n")
            .collect(Collectors.joining("", "before\n", ""));

    launcher.running(LauncherProbe.class).shell("\"$0\" order >>log 2>&1");
    assertThat(log).hasContent(expected);

    Files.writeString(log, "before\n");
    launcher.shell("{ echo before; \"$0\" order; } >log 2>&1");
    assertThat(log).hasContent(expected);
  }

  @Test
  void run_jvmsOwnStandardError_passesTheFilter() throws Exception {
    Run run = launcher.running(LauncherProbe.class).shell("\"$0\" jvm-stderr 2>&1 | cat");

    assertThat(run.out()).isEqualTo("from the JVM's own stream\n");
  }

  @Test
  void run_exitCode_passesThrough() throws Exception {
    launcher.running(LauncherProbe.class);

    assertThat(launcher.run("exit", "0").status()).isZero();
    assertThat(launcher.run("exit", "5").status()).isEqualTo(5);
  }

  @Test
  void run_arguments_passUnchanged() throws Exception {
    Run run = launcher.running(LauncherProbe.class).run("echo", "a b", "", "*", "é", "$HOME");

    assertThat(run.out()).isEqualTo("echo|a b||*|é|$HOME\n");
  }

  @Test
  void run_cLocale_keepsNamesThatAreNotAscii() throws Exception {
    Run run = launcher.set("LC_ALL", "C").running(Main.class).run("Amélie");

    assertThat(run.err()).startsWith("reelrecs: unknown command: Amélie\n");
  }

  @Test
  void run_closedStreams_stillWorks() throws Exception {
    launcher.running(Main.class);

    assertThat(launcher.shell("\"$0\" doctor 2>&-").out()).contains("Processors");
    assertThat(launcher.shell("\"$0\" doctor <&-").out()).contains("Processors");
    Run closedOut = launcher.shell("\"$0\" doctor >&-");
    assertThat(closedOut.status()).isZero();
    assertThat(closedOut.err()).isEmpty();
    assertThat(launcher.shell("\"$0\" nonsense >&- 2>&-; echo $?").out()).isEqualTo("2\n");
  }

  @Test
  void run_terminated_theSignalledProcessIsTheJvm() throws Exception {
    Process process = launcher.running(LauncherProbe.class).start("wait");
    String expected = process.pid() + "\n";
    byte[] pid = process.getInputStream().readNBytes(expected.length());
    assertThat(new String(pid, StandardCharsets.UTF_8)).isEqualTo(expected);

    process.toHandle().destroy();

    assertThat(launcher.finish(process).status()).isEqualTo(128 + 15);
  }

  @Test
  void run_anyDirectory_isTheProgramsDirectory() throws Exception {
    Path elsewhere = Files.createDirectory(folder.resolve("else where")).toRealPath();

    Run run = launcher.running(LauncherProbe.class).startedFrom(elsewhere).run("where");

    assertThat(run.out().strip()).isEqualTo(elsewhere.toString());
  }

  @Test
  void run_noProgramInTheGivenFolder_saysSo() throws Exception {
    Run run = launcher.set("REELRECS_APP", folder.resolve("none")).run("--version");

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err()).contains("REELRECS_APP=", "no reelrecs.jar there");
  }

  @Test
  void script_isExecutable() throws IOException {
    assertThat(launcher.script()).isExecutable();
  }
}
