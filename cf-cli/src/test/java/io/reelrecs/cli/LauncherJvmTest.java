package io.reelrecs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which JVM the launcher takes, and with which flags. The JVMs are shell scripts. */
class LauncherJvmTest {

  private static final String VECTOR = "MODULES=\"java.base jdk.incubator.vector\"";
  private static final String VECTOR_FLAG = "--add-modules";

  @TempDir private Path folder;
  private Launcher launcher;
  private Path java8;
  private Path java17;
  private Path java21;
  private Path java25;

  @BeforeEach
  void setUp() throws Exception {
    launcher = Launcher.in(folder).running(Main.class);
    java8 = launcher.fakeJvm("java8", "JAVA_VERSION=\"1.8.0_392\"");
    java17 = launcher.fakeJvm("java17", "JAVA_VERSION=\"17.0.9\"", VECTOR);
    java21 = launcher.fakeJvm("java21", "JAVA_VERSION=\"21\"", VECTOR);
    java25 = launcher.fakeJvm("java25", "JAVA_VERSION=\"25.0.3+9-LTS\"", VECTOR);
  }

  @Test
  void pick_several_takesTheNewest() throws Exception {
    assertThat(among(java8, java21, java25, java17).get(0)).isEqualTo("java25");
    assertThat(among(java8, java21, java17).get(0)).isEqualTo("java21");
    Path patch = launcher.fakeJvm("java17.0.10", "JAVA_VERSION=\"17.0.10\"", VECTOR);
    assertThat(among(patch, java17).get(0)).isEqualTo("java17.0.10");
  }

  @Test
  void pick_javaHome_comesFirst() throws Exception {
    launcher.set("JAVA_HOME", java17);

    assertThat(among(java25).get(0)).isEqualTo("java17");
  }

  @Test
  void pick_javaHomeThatWillNotDo_isPassedOver() throws Exception {
    for (Path home : List.of(java8, folder.resolve("nowhere"))) {
      launcher.set("JAVA_HOME", home);

      assertThat(among(java21).get(0)).isEqualTo("java21");
    }
  }

  @Test
  void pick_none_saysWhatWasSeenAndWhatToDo() throws Exception {
    Run run = launcher.set("JAVA_HOME", java8).set("REELRECS_JVMS", folder).run("doctor");

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err().lines())
        .containsExactly(
            "reelrecs: no Java 17 or later found.",
            "Looked at:",
            "  " + java8 + ": too old",
            "Install one, for example from https://adoptium.net, or point JAVA_HOME to it.");
  }

  @Test
  void pick_noVectorApi_isSecondChoice() throws Exception {
    Path trimmed = launcher.fakeJvm("trimmed25", "JAVA_VERSION=\"25\"", "MODULES=\"java.base\"");

    assertThat(among(trimmed, java17).get(0)).isEqualTo("java17");
    assertThat(among(trimmed).get(0)).isEqualTo("trimmed25");
    assertThat(among(trimmed)).doesNotContain(VECTOR_FLAG);
  }

  @Test
  void pick_noReleaseFile_asksTheJvm() throws Exception {
    Path home = launcher.fakeJvm("bare");
    Launcher.executable(
        home.resolve("bin/java"),
        "if [ \"$1\" = -version ]; then echo 'openjdk version \"22.0.1\" 2024-04-16' >&2; exit; fi",
        "echo bare \"$@\"");

    assertThat(among(home, java21).get(0)).startsWith("bare ").contains(VECTOR_FLAG);
  }

  @Test
  void pick_javaOnThePath_isFoundThroughLinks() throws Exception {
    Path newest = launcher.fakeJvm("java999", "JAVA_VERSION=\"999\"", VECTOR);
    Path bin = Files.createDirectories(folder.resolve("bin"));
    Files.createSymbolicLink(bin.resolve("java"), Path.of("link"));
    Files.createSymbolicLink(bin.resolve("link"), newest.resolve("bin/java"));

    Run run = launcher.set("PATH", bin + ":/usr/bin:/bin").run("doctor");

    assertThat(run.out()).startsWith("java999\n");
  }

  @Test
  void pick_wrapperOnThePath_isAskedForItsHome() throws Exception {
    Path newest = launcher.fakeJvm("java999", "JAVA_VERSION=\"999\"", VECTOR);
    Path bin = folder.resolve("shims");
    Launcher.executable(bin.resolve("java"), "echo '    java.home = " + newest + "' >&2");

    Run run = launcher.set("PATH", bin + ":/usr/bin:/bin").run("doctor");

    assertThat(run.out()).startsWith("java999\n");
  }

  @Test
  void flags_dependOnTheVersion() throws Exception {
    assertThat(among(java17))
        .contains(VECTOR_FLAG, "jdk.incubator.vector", "-Dreelrecs.stderr.fd=3")
        .doesNotContain("--sun-misc-unsafe-memory-access=allow");
    assertThat(among(java25))
        .contains(
            VECTOR_FLAG,
            "--sun-misc-unsafe-memory-access=allow",
            "--enable-native-access=ALL-UNNAMED")
        .endsWith("doctor");
  }

  @Test
  void flags_helpAndVersion_startWithoutTheVectorApi() throws Exception {
    launcher.set("REELRECS_JVMS", java25);

    assertThat(launcher.run().out()).doesNotContain(VECTOR_FLAG);
    assertThat(launcher.run("--version").out()).doesNotContain(VECTOR_FLAG);
    assertThat(launcher.run("doctor", "--help").out()).doesNotContain(VECTOR_FLAG);
    assertThat(launcher.run("doctor", "--", "--help").out()).contains(VECTOR_FLAG);
  }

  @Test
  void flags_userOptions_comeAfterOurs() throws Exception {
    launcher.set("REELRECS_JAVA_OPTS", " -Xmx3g  -Dx=* ");

    List<String> arguments = among(java25);

    assertThat(arguments).containsSubsequence(VECTOR_FLAG, "-Xmx3g", "-Dx=*", "-jar", "doctor");
  }

  private List<String> among(Path... jvms) throws Exception {
    StringBuilder folders = new StringBuilder();
    for (Path jvm : jvms) {
      folders.append(folders.length() == 0 ? "" : ":").append(jvm);
    }
    Run run = launcher.set("REELRECS_JVMS", folders).run("doctor");
    assertThat(run.err()).isEmpty();
    assertThat(run.status()).isZero();
    return run.out().lines().toList();
  }
}
