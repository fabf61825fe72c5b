package io.reelrecs.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The demo, and a training that is interrupted: in processes, since both are about a folder. */
@Timeout(180)
class DemoCommandTest {

  private static final int SIGINT_BIT = 1 << 1;

  @TempDir private Path folder;
  private Launcher launcher;

  @BeforeEach
  void setUp() throws IOException {
    launcher = Launcher.in(folder).onThisJvm().running(Main.class);
  }

  @Test
  void demo_emptyFolder_makesDataAndModelAndAnswers() throws Exception {
    Run run = launcher.run("demo");

    assertThat(run.err()).isEmpty();
    assertThat(run.status()).isZero();
    assertThat(run.out())
        .startsWith("There is no data/ratings.dat here, so this demo makes data up: synthetic")
        .containsSubsequence(
            "Not MovieLens.",
            "\n$ reelrecs data synthesize --out data/ratings.dat\nmade up 1,000,209 ratings",
            "\n$ reelrecs train --ratings data/ratings.dat\nRatings    1,000,209 from",
            "\n$ reelrecs score --user 1 --movie 1193\nuser     movie",
            "\n1        1193     ",
            "\n$ reelrecs recommend --user 1 --n 10\nuser      rank",
            "\n1           10  ",
            "\nWhat next?\n");
    assertThat(folder.resolve("data/ratings.dat")).exists();
    assertThat(folder.resolve("models/reelrecs.rrm")).exists();
  }

  @Test
  void demo_dataThatIsHere_isUsedAndLeftAlone() throws Exception {
    Path ratings = SmallModel.ratings(folder.resolve("data/ratings.dat"));
    byte[] before = Files.readAllBytes(ratings);

    Run first = launcher.run("demo");
    Run second = launcher.run("demo", "--json");

    assertThat(first.status()).isZero();
    assertThat(first.out())
        .startsWith("Using the ratings that are here, data/ratings.dat.\n")
        .contains("Ratings    900 from data/ratings.dat");
    assertThat(second.status()).isZero();
    assertThat(second.err()).isEmpty();
    // The model is there now: one score and ten recommendations, no training.
    assertThat(second.json()).hasSize(11);
    assertThat(second.json().get(0).get("movie").getAsInt()).isEqualTo(1193);
    assertThat(ratings).hasBinaryContent(before);
  }

  @Test
  void train_interrupted_endsWith130AndLeavesNothing() throws Exception {
    assumeFalse(sigintIsIgnored(), "skipped: Ctrl-C is ignored by this process's children");
    assertThat(Run.of("data", "synthesize", "--out", folder.resolve("ratings.dat") + "").status())
        .isZero();
    launcher.set("REELRECS_JAVA_OPTS", "-Dreelrecs.tty.stderr=true");
    Process process = launcher.start("train", "--ratings", "ratings.dat");
    // The progress bar shows that the training is under way.
    while (process.isAlive() && launcher.errorsSoFar(process).isEmpty()) {
      Thread.sleep(5);
    }

    Process kill = new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start();
    assertThat(kill.waitFor(10, TimeUnit.SECONDS)).isTrue();

    Run run = launcher.finish(process);
    assertThat(run.status()).isEqualTo(130);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).endsWith("\r\033[K").doesNotContain("reelrecs:", "Exception");
    assertThat(folder.resolve("models")).doesNotExist();
  }

  /** As a job started with "&" by a script has it; the JVM then ignores the signal too. */
  private static boolean sigintIsIgnored() throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.exists(status)) {
      return false;
    }
    List<String> lines = Files.readAllLines(status);
    String mask =
        lines.stream().filter(line -> line.startsWith("SigIgn:")).findFirst().orElse("SigIgn: 0");
    return (Long.parseUnsignedLong(mask.substring("SigIgn:".length()).strip(), 16) & SIGINT_BIT)
        != 0;
  }
}
