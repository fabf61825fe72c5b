package io.reelrecs.train.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class WorkersTest {

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5})
  void forEach_worksOnEachNumberOnce(int threads) {
    try (Workers workers = new Workers(threads)) {
      for (int size : new int[] {0, 1, 2, 1_000}) {
        AtomicIntegerArray done = new AtomicIntegerArray(size);

        workers.forEach(size, done::incrementAndGet);

        for (int i = 0; i < size; i++) {
          assertThat(done.get(i)).isEqualTo(1);
        }
      }
    }
  }

  @Test
  void forEach_workFails_throwsAndStops() {
    try (Workers workers = new Workers(2)) {
      AtomicInteger begun = new AtomicInteger();

      assertThatThrownBy(
              () ->
                  workers.forEach(
                      1_000_000,
                      i -> {
                        begun.incrementAndGet();
                        throw new IllegalStateException("no " + i);
                      }))
          .isInstanceOf(IllegalStateException.class);
      assertThat(begun.get()).isLessThanOrEqualTo(2);
    }
  }

  @Test
  void forEach_interrupted_finishesAndStaysInterrupted() {
    try (Workers workers = new Workers(2)) {
      AtomicInteger done = new AtomicInteger();
      Thread.currentThread().interrupt();

      workers.forEach(100, i -> done.incrementAndGet());

      assertThat(Thread.interrupted()).isTrue();
      assertThat(done.get()).isEqualTo(100);
    }
  }

  @Test
  void constructor_noThread_saysSo() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Workers(0))
        .withMessage("threads must be >= 1, actual: 0");
  }
}
