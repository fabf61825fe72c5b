package io.reelrecs.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TimeTextTest {

  @Test
  void of_anyTime_threeDigitsInTheUnitThatFits() {
    assertThat(TimeText.of(0)).isEqualTo("0 ns");
    assertThat(TimeText.of(1)).isEqualTo("1 ns");
    assertThat(TimeText.of(999.4)).isEqualTo("999 ns");
    assertThat(TimeText.of(999.6)).isEqualTo("1 us");
    assertThat(TimeText.of(123_456)).isEqualTo("123 us");
    assertThat(TimeText.of(1_254_999)).isEqualTo("1.25 ms");
    assertThat(TimeText.of(20e6)).isEqualTo("20 ms");
    assertThat(TimeText.of(7_200e9)).isEqualTo("7200 s");
  }

  @Test
  void headroom_anyTimes_twoDigits() {
    assertThat(TimeText.headroom(1e6, 1_220)).isEqualTo("820x");
    assertThat(TimeText.headroom(1e6, 3e5)).isEqualTo("3.3x");
    assertThat(TimeText.headroom(1e6, 4e6)).isEqualTo("0.25x");
    assertThat(TimeText.headroom(1e6, 0)).isEqualTo("-");
  }

  @Test
  void percentile_anyNumber_noNeedlessDecimals() {
    assertThat(TimeText.percentile(99)).isEqualTo("99");
    assertThat(TimeText.percentile(99.9)).isEqualTo("99.9");
    assertThat(TimeText.percentile(100)).isEqualTo("100");
  }
}
