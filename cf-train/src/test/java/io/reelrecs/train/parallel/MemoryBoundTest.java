package io.reelrecs.train.parallel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MemoryBoundTest {

  @Test
  void atOnce_isBoundByThreadsRunsAndMemory() {
    assertThat(MemoryBound.atOnce(4, 10, 1000, 100)).isEqualTo(4);
    assertThat(MemoryBound.atOnce(16, 10, 10_000, 100)).isEqualTo(10);
    assertThat(MemoryBound.atOnce(16, 10, 1000, 300)).isEqualTo(2); // 800 are usable
    assertThat(MemoryBound.atOnce(4, 10, 100, 5000)).isEqualTo(1);
    assertThat(MemoryBound.freeBytes()).isPositive();
  }
}
