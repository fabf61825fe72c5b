package io.reelrecs.train.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SplitMix64Test {

  /** The first outputs of S. Vigna's splitmix64.c for the state 1234567. */
  @Test
  void nextLong_referenceSeed_isReferenceSequence() {
    SplitMix64 random = new SplitMix64(1234567);
    assertThat(random.nextLong()).isEqualTo(Long.parseUnsignedLong("6457827717110365317"));
    assertThat(random.nextLong()).isEqualTo(Long.parseUnsignedLong("3203168211198807973"));
    assertThat(random.nextLong()).isEqualTo(Long.parseUnsignedLong("9817491932198370423"));
    assertThat(random.nextLong()).isEqualTo(Long.parseUnsignedLong("4593380528125082431"));
    assertThat(random.nextLong()).isEqualTo(Long.parseUnsignedLong("16408922859458223821"));
  }

  @Test
  void nextInt_smallBound_isUniform() {
    SplitMix64 random = new SplitMix64(1);
    int[] counts = new int[6];
    for (int i = 0; i < 60_000; i++) {
      counts[random.nextInt(6)]++;
    }
    for (int count : counts) {
      assertThat(count).isCloseTo(10_000, within(400));
    }
  }

  /**
   * With this bound, a plain "high bits times bound" gives the middle third half as often again.
   */
  @Test
  void nextInt_largeBound_staysInRangeWithoutBias() {
    SplitMix64 random = new SplitMix64(2);
    int bound = 0x6000_0000;
    int even = 0;
    int draws = 100_000;
    for (int i = 0; i < draws; i++) {
      int value = random.nextInt(bound);
      assertThat(value).isBetween(0, bound - 1);
      even += value % 3 == 0 ? 1 : 0;
    }
    assertThat(even / (double) draws).isCloseTo(1 / 3.0, within(0.01));
  }

  @Test
  void nextInt_boundNotPositive_isRefused() {
    assertThatThrownBy(() -> new SplitMix64(1).nextInt(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("bound must be >= 1, actual: 0");
  }

  @Test
  void nextGaussian_manyValues_haveMeanZeroAndDeviationOne() {
    SplitMix64 random = new SplitMix64(3);
    double sum = 0;
    double squares = 0;
    int beyondTwo = 0;
    int draws = 100_000;
    for (int i = 0; i < draws; i++) {
      double value = random.nextGaussian();
      sum += value;
      squares += value * value;
      beyondTwo += Math.abs(value) > 2 ? 1 : 0;
    }
    assertThat(sum / draws).isCloseTo(0, within(0.015));
    assertThat(squares / draws).isCloseTo(1, within(0.02));
    assertThat(beyondTwo / (double) draws).isCloseTo(0.0455, within(0.003));
  }

  @Test
  void shuffle_array_isPermutationThatSeedDecides() {
    int[] first = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9};
    int[] again = first.clone();
    int[] other = first.clone();
    new SplitMix64(4).shuffle(first);
    new SplitMix64(4).shuffle(again);
    new SplitMix64(5).shuffle(other);
    assertThat(first).containsExactlyInAnyOrder(0, 1, 2, 3, 4, 5, 6, 7, 8, 9).isEqualTo(again);
    assertThat(other).isNotEqualTo(first);
  }

  @Test
  void stream_neighboringNumbers_areUnrelated() {
    int equalBits = 0;
    for (int stream = 0; stream < 1000; stream++) {
      long here = SplitMix64.stream(1, stream).nextLong();
      long next = SplitMix64.stream(1, stream + 1L).nextLong();
      equalBits += Long.bitCount(~(here ^ next));
    }
    assertThat(equalBits / 64_000.0).isCloseTo(0.5, within(0.01));
  }
}
