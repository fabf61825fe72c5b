package io.reelrecs.train.tune;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.reelrecs.train.tune.Halving.Rung;
import org.junit.jupiter.api.Test;

class HalvingTest {

  @Test
  void rungs_growAsCandidatesBecomeFewer() {
    assertThat(Halving.DEFAULT.rungs(59, 100_000))
        .containsExactly(new Rung(1.0 / 9, 59), new Rung(1.0 / 3, 20), new Rung(1, 7));
    assertThat(new Halving(2, 1).rungs(7, 100))
        .containsExactly(new Rung(0.25, 7), new Rung(0.5, 4), new Rung(1, 2));
  }

  @Test
  void rungs_areNeverOfTooFewUsers() {
    assertThat(Halving.DEFAULT.rungs(59, 6040)) // ML-1M: 671 would be too few
        .containsExactly(new Rung(1.0 / 3, 59), new Rung(1, 20));
    assertThat(Halving.DEFAULT.rungs(59, 4500)).hasSize(2);
    assertThat(Halving.DEFAULT.rungs(59, 4499)).containsExactly(new Rung(1, 59));
  }

  @Test
  void rungs_areNoMoreThanThereIsToHalve() {
    assertThat(Halving.DEFAULT.rungs(1, 1_000_000)).containsExactly(new Rung(1, 1));
    assertThat(Halving.DEFAULT.rungs(3, 1_000_000))
        .containsExactly(new Rung(1.0 / 3, 3), new Rung(1, 1));
    assertThat(Halving.DEFAULT.rungs(0, 1_000_000)).containsExactly(new Rung(1, 0));
  }

  @Test
  void parameters_areChecked() {
    assertThat(Halving.DEFAULT).isEqualTo(new Halving(3, 1500));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Halving(1, 5))
        .withMessage("keepOneIn must be >= 2, actual: 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Halving(2, 0))
        .withMessage("minUsers must be >= 1, actual: 0");
  }
}
