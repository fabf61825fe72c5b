package io.reelrecs.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BudgetsTest {

  @Test
  void all_whatUsersWerePromised() {
    assertThat(Budgets.ALL)
        .containsExactly(
            new Budget("ScoreBenchmark.oneMovie", 99, Duration.ofMillis(1)),
            new Budget("GrpcBenchmark.candidates200", 99, Duration.ofMillis(20)),
            new Budget("ScoreBenchmark.candidates200", 50, Duration.ofNanos(300_000)),
            new Budget("TrainingBenchmark.fileToModel", 99, Duration.ofSeconds(10)),
            new Budget("ModelFileBenchmark.read", 99, Duration.ofSeconds(1)));
  }

  @Test
  void budget_outOfRange_refused() {
    Duration second = Duration.ofSeconds(1);
    assertThatThrownBy(() -> new Budget("A.b", 0, second))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("percentile must be in (0, 100], actual: 0.0");
    assertThatThrownBy(() -> new Budget("A.b", Double.NaN, second))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Budget("A.b", 99, Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("limit must be above zero, actual: PT0S");
  }
}
