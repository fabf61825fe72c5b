package io.reelrecs.grpc.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class LineBudgetTest {

  private final AtomicLong clock = new AtomicLong(Long.MAX_VALUE - 10); // it may overflow

  @Test
  void take_moreThanASecondHolds_leavesThemOutAndTells() {
    LineBudget budget = new LineBudget(2, clock::get);

    assertThat(budget.take()).isTrue();
    assertThat(budget.take()).isTrue();
    assertThat(budget.take()).isFalse();
    clock.addAndGet(TimeUnit.MILLISECONDS.toNanos(999));
    assertThat(budget.take()).isFalse();
    clock.addAndGet(TimeUnit.MILLISECONDS.toNanos(1));
    assertThat(budget.take()).isTrue();
    assertThat(budget.takeLeftOut()).isEqualTo(2);
    assertThat(budget.takeLeftOut()).isZero();
  }
}
