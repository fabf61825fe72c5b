package io.reelrecs.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.reelrecs.core.score.ScoreCache;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScoreCacheOptionsTest {

  @Test
  void defaults_areNoCache() {
    assertThat(ServerOptions.defaults().scoreCache()).isEqualTo(ScoreCacheOptions.OFF);
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 16_384, Integer.MAX_VALUE})
  void new_outOfRange_throws(int mebibytes) {
    assertThatThrownBy(() -> new ScoreCacheOptions(mebibytes))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("scoreCache must be in [0, 16383] MiB, actual: " + mebibytes);
  }

  @Test
  void open_zero_isNone() {
    assertThat(ScoreCacheOptions.OFF.open()).isEmpty();
  }

  @Test
  void open_moreThanTheHeapHas_takesAFifthOfIt() {
    ScoreCache cache = new ScoreCacheOptions(ScoreCacheOptions.MAX_MEBIBYTES).open().orElseThrow();

    assertThat(cache.snapshot().capacity() / 378 * 4096)
        .isLessThanOrEqualTo(Runtime.getRuntime().maxMemory() / 5);
  }

  @Test
  void open_aMebibyte_holdsAsMuch() {
    ScoreCache cache = new ScoreCacheOptions(1).open().orElseThrow();

    assertThat(cache.snapshot()).isEqualTo(new ScoreCache.Snapshot(0, 0, 256 * 378));
  }
}
