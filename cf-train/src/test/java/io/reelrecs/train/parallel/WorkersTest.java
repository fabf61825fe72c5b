package io.reelrecs.train.parallel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WorkersTest {

  private static final long MILLISECOND = 1_000_000;

  @Test
  void forEach_doesEveryNumberOnce_withOneMemoryAThread() throws Exception {
    for (int threads : new int[] {1, 3}) {
      AtomicIntegerArray times = new AtomicIntegerArray(200);
      AtomicInteger made = new AtomicInteger();
      Set<String> users = ConcurrentHashMap.newKeySet();

      new Workers(threads)
          .forEach(
              200,
              made::incrementAndGet,
              (i, memory) -> {
                times.incrementAndGet(i);
                users.add(memory + " " + Thread.currentThread().getName());
              });

      assertThat(IntStream.range(0, 200).map(times::get)).containsOnly(1);
      assertThat(made.get()).isEqualTo(threads);
      assertThat(users).hasSizeLessThanOrEqualTo(threads);
    }
  }

  @Test
  void forEach_failure_passesItOnAndStops() {
    for (int threads : new int[] {1, 3}) {
      AtomicInteger done = new AtomicInteger();
      assertThatExceptionOfType(IllegalStateException.class)
          .isThrownBy(
              () ->
                  new Workers(threads)
                      .forEach(
                          1_000_000,
                          (i, none) -> {
                            done.incrementAndGet();
                            if (i == 5) {
                              throw new IllegalStateException("five");
                            }
                          }))
          .withMessage("five");
      assertThat(done.get()).isLessThan(1_000_000);
    }
  }

  /** They use the caller's arrays, which it may give to others. */
  @Test
  void forEach_interrupted_nobodyWorksAfterwards() {
    Thread caller = Thread.currentThread();
    AtomicInteger begun = new AtomicInteger();
    AtomicInteger ended = new AtomicInteger();

    assertThatExceptionOfType(InterruptedException.class)
        .isThrownBy(
            () ->
                new Workers(3)
                    .forEach(
                        1000,
                        (i, none) -> {
                          begun.incrementAndGet();
                          if (i == 2) {
                            caller.interrupt();
                          }
                          long end = System.nanoTime() + 50 * MILLISECOND;
                          while (System.nanoTime() < end) { // deaf to interrupts, as sums are
                            LockSupport.parkNanos(MILLISECOND);
                          }
                          ended.incrementAndGet();
                        }));

    assertThat(begun.get()).isPositive().isEqualTo(ended.get()).isLessThan(1000);
  }
}
