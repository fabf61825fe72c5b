package io.reelrecs.train.evaluate.significance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class HolmTest {

  @Test
  void adjust_stepsDown_andNeverFalls() {
    // Ascending: 0.01 * 4, 0.02 * 3, 0.022 * 2 raised to the one before, 0.6 * 1.
    assertThat(Holm.adjust(0.022, 0.01, 0.6, 0.02))
        .containsExactly(new double[] {0.06, 0.04, 0.6, 0.06}, within(1e-15));
  }

  @Test
  void adjust_isAtMost1() {
    assertThat(Holm.adjust(0.9, 0.8)).containsExactly(1, 1);
    assertThat(Holm.adjust()).isEmpty();
  }
}
