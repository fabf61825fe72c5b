package io.reelrecs.train.ratings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import org.junit.jupiter.api.Test;

class ReadOptionsTest {

  @Test
  void defaults_failOnTheFirstBadRow() {
    assertThat(ReadOptions.defaults()).isEqualTo(new ReadOptions(OnBadRow.FAIL, 1000));
  }

  @Test
  void with_changesOneValue() {
    ReadOptions options = ReadOptions.defaults().withOnBadRow(OnBadRow.SKIP).withMaxBadRows(5);
    assertThat(options).isEqualTo(new ReadOptions(OnBadRow.SKIP, 5, 1));
    ReadOptions parallel = new ReadOptions(OnBadRow.FAIL, 3, 4);
    assertThat(parallel.withOnBadRow(OnBadRow.SKIP))
        .isEqualTo(new ReadOptions(OnBadRow.SKIP, 3, 4));
    assertThat(parallel.withMaxBadRows(5)).isEqualTo(new ReadOptions(OnBadRow.FAIL, 5, 4));
    assertThat(parallel.withThreads(2)).isEqualTo(new ReadOptions(OnBadRow.FAIL, 3, 2));
  }

  @Test
  void constructor_refusesBadValues() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ReadOptions(OnBadRow.SKIP, -1))
        .withMessage("maxBadRows must be >= 0, actual: -1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ReadOptions(OnBadRow.SKIP, 1, 0))
        .withMessage("threads must be >= 1, actual: 0");
    assertThatNullPointerException().isThrownBy(() -> new ReadOptions(null, 1));
  }
}
