package io.reelrecs.train.parallel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ParallelTest {

  @Test
  void forEach_doesEveryNumberOnce() throws Exception {
    for (int threads : new int[] {1, 3}) {
      AtomicIntegerArray times = new AtomicIntegerArray(100);
      Parallel.forEach(100, threads, times::incrementAndGet);

      assertThat(IntStream.range(0, 100).map(times::get)).containsOnly(1);
    }
  }

  @Test
  void forEach_passesOnWhatWentWrong_andStops() {
    for (int threads : new int[] {1, 3}) {
      AtomicIntegerArray times = new AtomicIntegerArray(100_000);
      assertThatExceptionOfType(IllegalStateException.class)
          .isThrownBy(
              () ->
                  Parallel.forEach(
                      100_000,
                      threads,
                      i -> {
                        times.incrementAndGet(i);
                        if (i == 5) {
                          throw new IllegalStateException("five");
                        }
                      }))
          .withMessage("five");
      assertThat(times.get(99_999)).isZero();
    }
  }

  @Test
  void forEach_endsWhenInterrupted() {
    for (int threads : new int[] {1, 3}) {
      Thread.currentThread().interrupt();

      assertThatExceptionOfType(InterruptedException.class)
          .isThrownBy(() -> Parallel.forEach(10, threads, i -> Thread.sleep(60_000)));
    }
  }

  @Test
  void forEach_interruptedBefore_beginsNothing() {
    for (int threads : new int[] {1, 3}) {
      AtomicInteger begun = new AtomicInteger();
      Thread.currentThread().interrupt();

      assertThatExceptionOfType(InterruptedException.class)
          .isThrownBy(() -> Parallel.forEach(10, threads, i -> begun.incrementAndGet()));
      assertThat(begun).hasValue(0);
    }
  }
}
