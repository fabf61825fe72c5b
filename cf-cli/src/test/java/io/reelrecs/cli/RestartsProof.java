package io.reelrecs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** 100 SIGTERMs under load, or {@code -Dproof.restarts}. Run by hand: docs/operations.md. */
class RestartsProof {

  @Test
  void restarts_underLoad_loseNoRequest(@TempDir Path folder) throws Exception {
    SmallModel small = SmallModel.in(folder);
    Launcher launcher = Launcher.in(folder).onThisJvm().running(Main.class);
    launcher.set("REELRECS_JAVA_OPTS", "-Dslf4j.internal.verbosity=ERROR");
    try (Restarts restarts = new Restarts(launcher, small.file())) {
      for (int i = 0; i < Integer.getInteger("proof.restarts", 100); i++) {
        assertThat(restarts.stop(i % 2)).isZero();
        restarts.start(i % 2);
      }
      assertThat(restarts.lost()).isEmpty();
    }
  }
}
