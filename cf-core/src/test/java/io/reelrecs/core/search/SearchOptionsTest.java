package io.reelrecs.core.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class SearchOptionsTest {

  @Test
  void default_is20NeighborsOnAllCores() {
    assertThat(SearchOptions.DEFAULT)
        .isEqualTo(new SearchOptions(20, Runtime.getRuntime().availableProcessors()));
  }

  @Test
  void constructor_refusesLessThanOne() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SearchOptions(0, 1))
        .withMessage("k must be >= 1, actual: 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SearchOptions(1, -2))
        .withMessage("threads must be >= 1, actual: -2");
  }
}
