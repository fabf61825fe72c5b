package io.reelrecs.train.heap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;

class HeapNeedTest {

  private static final long GB = 1L << 30;

  @Test
  void check_heapOfTheNeed_isEnough() {
    HeapNeed need = new HeapNeed("this", GB, GB);

    assertThat(need.check()).isSameAs(need);
    assertThat(need).hasToString("this needs about 1.0 GB of heap; this Java has 1.0 GB");
  }

  @Test
  void check_smallerHeap_isRefusedWithTheOneToAskFor() {
    HeapNeed need = new HeapNeed("this", 5 * GB / 2, 2 * GB);

    assertThatExceptionOfType(HeapTooSmallException.class)
        .isThrownBy(need::check)
        .withMessage(
            "this needs about 2.5 GB of heap; this Java has 2.0 GB; start Java with -Xmx3g")
        .satisfies(e -> assertThat(e.need()).isEqualTo(need));
  }

  /** A heap of the size that is asked for has to be enough for the same training. */
  @Test
  void option_anyNeed_isOfferedNoLess() {
    assertThat(new HeapNeed("", 1, 0).option()).isEqualTo("-Xmx64m");
    assertThat(new HeapNeed("", 64 << 20, 0).option()).isEqualTo("-Xmx64m");
    assertThat(new HeapNeed("", (64 << 20) + 1, 0).option()).isEqualTo("-Xmx128m");
    assertThat(new HeapNeed("", GB, 0).option()).isEqualTo("-Xmx1024m");
    assertThat(new HeapNeed("", GB + 1, 0).option()).isEqualTo("-Xmx2g");
    assertThat(new HeapNeed("", 9000 * GB, 0).option()).isEqualTo("-Xmx9000g");
  }

  @Test
  void of_moreThanALongHolds_doesNotFit() {
    HeapNeed need = HeapNeed.of("too much", 1e30);

    assertThat(need.bytes()).isEqualTo(Long.MAX_VALUE);
    assertThat(need.available()).isEqualTo(Runtime.getRuntime().maxMemory());
    assertThat(need.fits()).isFalse();
  }

  @Test
  void of_nothing_isWhatAJvmTakes() {
    assertThat(HeapNeed.of("nothing", 0).bytes()).isBetween(10_000_000L, 50_000_000L);
  }
}
