package io.reelrecs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When and how the launcher builds, in a copy of the project's skeleton with a Maven of ours. */
class LauncherBuildTest {

  @TempDir private Path folder;
  private Path project;
  private Path bin;
  private Launcher launcher;

  @BeforeEach
  void setUp() throws Exception {
    Launcher original = Launcher.in(folder);
    project = Files.createDirectories(folder.resolve("the project"));
    Files.copy(original.script(), project.resolve("reelrecs"));
    Files.writeString(project.resolve("pom.xml"), "<project/>");
    for (String module : new String[] {"cf-core", "cf-train", "cf-grpc", "cf-cli"}) {
      Files.createDirectories(project.resolve(module).resolve("src/main"));
      Files.writeString(project.resolve(module).resolve("pom.xml"), "<project/>");
    }
    Files.createDirectories(project.resolve("proto"));
    bin = folder.resolve("bin");
    // A Maven that counts its runs, takes a while, and makes the jar last.
    mvn(
        "echo run >>runs",
        "mkdir -p cf-cli/target/app/lib",
        "sleep 0.3",
        "touch cf-cli/target/app/reelrecs.jar");
    launcher = original.script(project.resolve("reelrecs")).set("PATH", bin + ":/usr/bin:/bin");
    Path jdk = launcher.fakeJvm("jdk", "JAVA_VERSION=\"21\"");
    Launcher.executable(jdk.resolve("bin/javac"), "exit 0");
    launcher.set("JAVA_HOME", jdk);
  }

  @Test
  void firstUse_buildsAndRuns() throws Exception {
    Run run = launcher.run("doctor");

    assertThat(run.status()).isZero();
    assertThat(run.out()).startsWith("jdk\n").endsWith("reelrecs.jar\ndoctor\n");
    assertThat(run.err()).isEqualTo("reelrecs: building ReelRecs (first use, takes a minute)...\n");
    assertThat(project.resolve("target/reelrecs-build.lock")).doesNotExist();
  }

  @Test
  void nextUse_doesNotBuild() throws Exception {
    launcher.run("doctor");

    Run run = launcher.run("doctor");

    assertThat(run.err()).isEmpty();
    assertThat(runs()).isEqualTo(1);
  }

  @Test
  void changedSource_buildsAgain() throws Exception {
    launcher.run("doctor");
    Path source = Files.writeString(project.resolve("cf-core/src/main/A.java"), "class A {}");
    Files.setLastModifiedTime(source, later());

    Run run = launcher.run("doctor");

    assertThat(run.err()).isEqualTo("reelrecs: building ReelRecs (the sources have changed)...\n");
    assertThat(runs()).isEqualTo(2);
  }

  @Test
  void sourceChangedDuringTheBuild_buildsAgain() throws Exception {
    mvn(
        "echo run >>runs",
        "sleep 0.1",
        "echo >proto/a.proto",
        "sleep 0.1",
        "mkdir -p cf-cli/target/app",
        "touch cf-cli/target/app/reelrecs.jar");

    launcher.run("doctor");
    launcher.run("doctor");

    assertThat(runs()).isEqualTo(2);
  }

  @Test
  void throughAChainOfLinks_findsTheProject() throws Exception {
    Path links = Files.createDirectories(folder.resolve("links"));
    Files.createSymbolicLink(links.resolve("first"), Path.of("second"));
    Files.createSymbolicLink(links.resolve("second"), Path.of("../the project/reelrecs"));

    Run run = launcher.script(links.resolve("first")).run("doctor");

    assertThat(run.status()).isZero();
    assertThat(project.resolve("cf-cli/target/app/reelrecs.jar")).exists();
  }

  @Test
  void twoFirstUsesAtOnce_buildOnce() throws Exception {
    Process one = launcher.start("doctor");
    Process two = launcher.start("doctor");
    Process three = launcher.start("doctor");

    assertThat(launcher.finish(one).status()).isZero();
    assertThat(launcher.finish(two).status()).isZero();
    assertThat(launcher.finish(three).status()).isZero();
    assertThat(runs()).isEqualTo(1);
  }

  @Test
  void lockOfADeadBuild_isTakenOver() throws Exception {
    Process dead = new ProcessBuilder("/bin/bash", "-c", "exit").start();
    dead.waitFor();
    Files.createDirectories(project.resolve("target"));
    Path lock = project.resolve("target/reelrecs-build.lock");
    Files.createSymbolicLink(lock, Path.of(Long.toString(dead.pid())));

    assertThat(launcher.run("doctor").status()).isZero();
    assertThat(Files.exists(lock, LinkOption.NOFOLLOW_LINKS)).isFalse();
  }

  @Test
  void failedBuild_showsWhatMavenSaidAndWhatToDo() throws Exception {
    mvn("echo '[ERROR] A.java: bad -> [Help 1]'", "echo '[ERROR] re-run Maven'", "exit 1");

    Run run = launcher.run("doctor");

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .contains("[ERROR] A.java: bad", "reelrecs-build.log", "mvn -DskipTests package")
        .doesNotContain("re-run Maven", "network");
    assertThat(project.resolve("target/reelrecs-build.lock")).doesNotExist();
  }

  @Test
  void failedDownload_namesTheNetwork() throws Exception {
    mvn("echo '[ERROR] Could not transfer artifact a:b:pom:1 from central'", "exit 1");

    assertThat(launcher.run("doctor").err()).contains("check the network");
  }

  @Test
  void terminatedBuild_endsMavenAndLeavesNoLock() throws Exception {
    mvn("trap 'echo stopped >stopped; exit 1' TERM", "touch started", "sleep 30 & wait");
    Process process = launcher.start("doctor");
    while (!Files.exists(project.resolve("started"))) {
      Thread.sleep(20);
    }

    process.toHandle().destroy();

    assertThat(launcher.finish(process).status()).isEqualTo(143);
    Path lock = project.resolve("target/reelrecs-build.lock");
    assertThat(Files.exists(lock, LinkOption.NOFOLLOW_LINKS)).isFalse();
    assertThat(project.resolve("stopped")).exists();
  }

  @Test
  void noMaven_saysHowToInstallIt() throws Exception {
    Files.delete(bin.resolve("mvn"));
    for (String tool :
        new String[] {"bash", "env", "readlink", "ln", "rm", "mkdir", "find", "sleep"}) {
      for (String place : new String[] {"/usr/bin", "/bin"}) {
        Path real = Path.of(place, tool);
        if (Files.exists(real)) {
          Launcher.executable(bin.resolve(tool), "exec " + real + " \"$@\"");
        }
      }
    }

    Run run = launcher.set("PATH", bin).run("doctor");

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err()).contains("Maven (mvn)", "https://maven.apache.org/install.html");
  }

  @Test
  void onlyAJre_saysThatBuildingNeedsAJdk() throws Exception {
    Path jre = launcher.fakeJvm("jre", "JAVA_VERSION=\"21\"");

    Run run = launcher.set("JAVA_HOME", jre).set("REELRECS_JVMS", jre).run("doctor");

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err()).contains("no JDK (a Java with its compiler) 17", jre + ": no compiler");
  }

  private void mvn(String... lines) throws Exception {
    Launcher.executable(bin.resolve("mvn"), lines);
  }

  private int runs() throws Exception {
    return Files.readAllLines(project.resolve("runs")).size();
  }

  private static FileTime later() {
    return FileTime.fromMillis(System.currentTimeMillis() + 2000);
  }
}
