package io.reelrecs.train.heap;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StepHeapTest {

  @Test
  void then_keepsWhatTheFirstLeftWhileTheSecondRuns() {
    StepHeap high = new StepHeap(100, 10);
    StepHeap low = new StepHeap(50, 20);

    assertThat(high.then(low)).isEqualTo(new StepHeap(100, 30));
    assertThat(low.then(high)).isEqualTo(new StepHeap(120, 30));
    assertThat(StepHeap.NOTHING.then(low)).isEqualTo(low);
    assertThat(low.then(StepHeap.NOTHING)).isEqualTo(low);
  }
}
