package io.reelrecs.grpc.reload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ReloadOptionsTest {

  @Test
  void defaults_areASecondAndTwo() {
    assertThat(ReloadOptions.defaults())
        .isEqualTo(new ReloadOptions(Duration.ofSeconds(1), Duration.ofSeconds(2)));
  }

  @Test
  void negative_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ReloadOptions(Duration.ofMillis(-1), Duration.ZERO))
        .withMessage("period must be >= 0, actual: PT-0.001S");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ReloadOptions(Duration.ZERO, Duration.ofSeconds(-2)))
        .withMessage("warmUp must be >= 0, actual: PT-2S");
  }
}
