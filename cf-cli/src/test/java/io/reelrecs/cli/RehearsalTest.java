package io.reelrecs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RehearsalTest {

  @Test
  void perform_everyCommand_succeeds(@TempDir Path folder) throws Exception {
    assertThat(Rehearsal.perform(folder)).isEmpty();
    assertThat(folder.resolve("reference.rrm")).exists();
  }
}
