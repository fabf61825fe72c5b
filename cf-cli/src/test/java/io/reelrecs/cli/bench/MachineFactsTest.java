package io.reelrecs.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MachineFactsTest {

  @TempDir private Path folder;

  @Test
  void cpu_linux_isTheModelOfTheFirst() throws Exception {
    Path info =
        Files.writeString(
            folder.resolve("cpuinfo"),
            "processor\t: 0\nmodel\t\t: 2\nmodel name\t: Fast: CPU 9\n\nmodel name\t: Slow CPU\n");

    assertThat(MachineFacts.cpu(info, null, "amd64")).isEqualTo("Fast: CPU 9");
  }

  @Test
  void cpu_withoutAModel_isTheArchitecture() throws Exception {
    Path info = Files.writeString(folder.resolve("cpuinfo"), "CPU implementer\t: 0x41\n");

    assertThat(MachineFacts.cpu(info, null, "aarch64")).isEqualTo("aarch64");
  }

  @Test
  void cpu_elsewhere_isWhatTheEnvironmentSaysOrTheArchitecture() {
    Path none = folder.resolve("none");

    assertThat(MachineFacts.cpu(none, "Intel64 Family 6", "amd64")).isEqualTo("Intel64 Family 6");
    assertThat(MachineFacts.cpu(none, null, "aarch64")).isEqualTo("aarch64");
  }

  @Test
  void examine_looksAtThisJvm() {
    MachineFacts facts = MachineFacts.examine();

    assertThat(facts.cpu()).isNotBlank();
    assertThat(facts.processors()).isEqualTo(Runtime.getRuntime().availableProcessors());
    assertThat(facts.heapMaxBytes()).isEqualTo(Runtime.getRuntime().maxMemory());
    assertThat(facts.memoryBytes()).isPositive();
    assertThat(facts.java()).isEqualTo(Runtime.version().toString());
    assertThat(facts.clockNanos()).isNotNegative();
  }
}
