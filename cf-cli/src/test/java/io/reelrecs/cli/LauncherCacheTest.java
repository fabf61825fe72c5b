package io.reelrecs.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When the launcher makes the JVM's cache of classes and when it uses it. JVMs are scripts. */
class LauncherCacheTest {

  private static final String PLAIN = ".plain.aot";
  private static final String VECTOR = ".vector.aot";

  @TempDir private Path folder;
  private Launcher launcher;
  private Path app;
  private Path jvm;

  @BeforeEach
  void setUp() throws Exception {
    launcher = Launcher.in(folder).running(Main.class).set("REELRECS_CACHE", "now");
    app = folder.resolve("app with space");
    jvm = jvm("25.0.3", "echo cache >\"${option#*=}\"", "true");
    launcher.set("JAVA_HOME", jvm);
  }

  @Test
  void now_makesBothCachesAndStartsWithTheOneThatFits() throws Exception {
    assertThat(cacheOf("doctor")).endsWith(VECTOR).isEqualTo(cacheOf("serve"));
    assertThat(cacheOf("--help")).endsWith(PLAIN).isEqualTo(cacheOf("score", "--user", "1"));
    assertThat(made()).isEqualTo(2);
    try (Stream<Path> files = Files.list(app.resolve("cache"))) {
      assertThat(files.map(file -> file.toString().replaceAll(".*\\.", "")))
          .containsExactlyInAnyOrder("aot", "aot", "key");
    }
  }

  @Test
  void auto_makesItAfterTheFirstCommandAndSaysNothing() throws Exception {
    launcher.set("REELRECS_CACHE", "auto");

    assertThat(cacheOf("doctor")).isEmpty();
    for (int i = 0; i < 1200 && !keyExists(); i++) {
      Thread.sleep(50);
    }
    assertThat(cacheOf("doctor")).endsWith(VECTOR);
    assertThat(made()).isEqualTo(2);
  }

  @Test
  void off_neitherMakesNorUses() throws Exception {
    launcher.set("REELRECS_CACHE", "off");
    assertThat(cacheOf("doctor")).isEmpty();
    assertThat(app.resolve("cache")).doesNotExist();

    launcher.set("REELRECS_CACHE", "now").run("doctor");
    assertThat(launcher.set("REELRECS_CACHE", "off").run("doctor").out()).doesNotContain(".aot");
  }

  @Test
  void otherJar_youngerOrOlder_makesAgain() throws Exception {
    launcher.run("doctor");
    Path jar = app.resolve("reelrecs.jar");
    Files.setLastModifiedTime(jar, FileTime.fromMillis(System.currentTimeMillis() + 5000));
    assertThat(cacheOf("doctor")).endsWith(VECTOR);
    assertThat(made()).isEqualTo(4);

    Files.setLastModifiedTime(jar, FileTime.fromMillis(0));
    assertThat(cacheOf("doctor")).endsWith(VECTOR);
    assertThat(made()).isEqualTo(6);
  }

  @Test
  void changedCacheFile_makesAgain() throws Exception {
    Files.writeString(Path.of(cacheOf("doctor")), "broken");

    assertThat(cacheOf("doctor")).endsWith(VECTOR);
    assertThat(Files.readString(Path.of(cacheOf("doctor")))).isEqualTo("cache\n");
    assertThat(made()).isEqualTo(3);
  }

  @Test
  void otherBuildOfTheJvm_makesAgain() throws Exception {
    launcher.run("doctor");
    Path release = jvm.resolve("release");
    Files.writeString(release, Files.readString(release) + "SOURCE=\"another\"\n");

    assertThat(cacheOf("doctor")).endsWith(VECTOR);
    assertThat(made()).isEqualTo(4);
  }

  @Test
  void movedProgram_makesAgain() throws Exception {
    launcher.run("doctor");
    Path moved = Files.move(app, folder.resolve("moved"));

    launcher.set("REELRECS_APP", moved);
    assertThat(cacheOf("doctor")).startsWith(moved.toString());
    assertThat(made()).isEqualTo(4);
  }

  @Test
  void relativeProgramFolder_isTheSameProgram() throws Exception {
    String cache = cacheOf("doctor");

    launcher.set("REELRECS_APP", app.getFileName()).startedFrom(folder);
    assertThat(cacheOf("doctor")).isEqualTo(cache);
    assertThat(made()).isEqualTo(2);
  }

  @Test
  void twoJvms_haveACacheEach() throws Exception {
    String cache = cacheOf("doctor");
    Path other = jvm("17.0.9", "echo cache >\"${option#*=}\"", "true");

    Run run = launcher.set("JAVA_HOME", other).run("doctor");

    assertThat(run.out()).contains("-XX:SharedArchiveFile=", ".vector.jsa\n", "-Xshare:auto");
    assertThat(launcher.set("JAVA_HOME", jvm).run("doctor").out()).contains(cache);
    assertThat(made()).isEqualTo(4);
  }

  @Test
  void jvmThatCannotMakeIt_isAskedOnce() throws Exception {
    launcher.set("JAVA_HOME", jvm("25.0.1", "exit 1", "true"));

    assertThat(cacheOf("doctor")).isEmpty();
    assertThat(cacheOf("doctor")).isEmpty();
    assertThat(made()).isEqualTo(2);
  }

  @Test
  void cacheThatFailsItsTrial_isNotUsed() throws Exception {
    launcher.set("JAVA_HOME", jvm("25.0.2", "echo cache >\"${option#*=}\"", "exit 1"));

    assertThat(cacheOf("doctor")).isEmpty();
    assertThat(cacheOf("doctor")).isEmpty();
    assertThat(made()).isEqualTo(2);
  }

  @Test
  void placeThatIsTaken_runsWithout() throws Exception {
    Files.writeString(app.resolve("cache"), "a file");

    assertThat(cacheOf("doctor")).isEmpty();
    assertThat(made()).isZero();
  }

  @Test
  void readOnlyProgramFolder_runsWithout() throws Exception {
    assumeFalse("root".equals(System.getProperty("user.name")), "skipped: root may write anywhere");
    assertThat(app.toFile().setWritable(false)).isTrue();

    assertThat(cacheOf("doctor")).isEmpty();
    assertThat(made()).isZero();
    assertThat(app.toFile().setWritable(true)).isTrue();
  }

  @Test
  void severalAtOnce_makeItOnce() throws Exception {
    launcher.set("JAVA_HOME", jvm("25.0.4", "sleep 0.5; echo cache >\"${option#*=}\"", "true"));
    List<Process> processes =
        List.of(launcher.start("doctor"), launcher.start("--help"), launcher.start("doctor"));

    for (Process process : processes) {
      Run run = launcher.finish(process);
      assertThat(run.status()).isZero();
      assertThat(run.err()).isEmpty();
      assertThat(run.out()).doesNotContain("chatter").contains("reelrecs.jar\n");
    }
    assertThat(made()).isEqualTo(2);
    assertThat(cacheOf("doctor")).endsWith(VECTOR);
  }

  @Test
  void lockOfADeadProcess_isTakenOver() throws Exception {
    Process dead = new ProcessBuilder("/bin/bash", "-c", "exit").start();
    dead.waitFor();
    String name = jvm.toString().replaceAll("[^A-Za-z0-9.]", "_");
    Path lock = Files.createDirectories(app.resolve("cache")).resolve(name + ".lock");
    Files.createSymbolicLink(lock, Path.of(Long.toString(dead.pid())));

    assertThat(cacheOf("doctor")).endsWith(VECTOR);
    assertThat(Files.isSymbolicLink(lock)).isFalse();
  }

  @Test
  void userOptionsThatForbidIt_winOverIt() throws Exception {
    launcher.run("doctor");

    for (String option : List.of("-Xshare:off", "-XX:SharedArchiveFile=x", "-javaagent:a.jar")) {
      assertThat(launcher.set("REELRECS_JAVA_OPTS", option).run("doctor").out())
          .contains(option)
          .doesNotContain("-XX:AOTCache=");
    }
  }

  /** A JVM that makes a cache with one line of shell and tries it with another. */
  private Path jvm(String version, String make, String trial) throws IOException {
    String modules = "MODULES=\"java.base jdk.incubator.vector\"";
    Path home = launcher.fakeJvm("jvm-" + version, "JAVA_VERSION=\"" + version + "\"", modules);
    Launcher.executable(
        home.resolve("bin/java"),
        "for option; do",
        "  case $option in",
        "    -XX:AOTCacheOutput=* | -XX:ArchiveClassesAtExit=*)",
        "      echo made >>'" + folder.resolve("made") + "'; echo chatter; echo chatter >&2",
        "      " + make + "; exit ;;",
        "    -XX:AOTMode=on | -Xshare:on) " + trial + "; exit ;;",
        "  esac",
        "done",
        "printf '%s\\n' \"$@\"");
    return home;
  }

  /** The cache that a command starts with, empty for none. Checks that nothing else is said. */
  private String cacheOf(String... command) throws Exception {
    Run run = launcher.run(command);
    assertThat(run.status()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).doesNotContain("chatter").endsWith(command[command.length - 1] + "\n");
    String option = "-XX:AOTCache=";
    return run.out()
        .lines()
        .filter(line -> line.startsWith(option))
        .map(line -> line.substring(option.length()))
        .findAny()
        .orElse("");
  }

  private boolean keyExists() throws IOException {
    if (!Files.isDirectory(app.resolve("cache"))) {
      return false;
    }
    try (Stream<Path> files = Files.list(app.resolve("cache"))) {
      List<String> names = files.map(Path::toString).toList();
      return names.stream().anyMatch(name -> name.endsWith(".key"))
          && names.stream().noneMatch(name -> name.endsWith(".lock"));
    }
  }

  private int made() throws IOException {
    Path file = folder.resolve("made");
    return Files.exists(file) ? Files.readAllLines(file).size() : 0;
  }
}
