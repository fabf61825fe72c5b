package io.reelrecs.train.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.reelrecs.train.random.SplitMix64;
import org.junit.jupiter.api.Test;

class AliasTableTest {

  @Test
  void next_unequalWeights_comesInProportion() {
    double[] weights = {5, 0.5, 1, 3, 0.25, 0.25};
    AliasTable table = new AliasTable(weights);
    SplitMix64 random = new SplitMix64(1);
    int[] counts = new int[weights.length];
    for (int i = 0; i < 100_000; i++) {
      counts[table.next(random)]++;
    }
    for (int i = 0; i < weights.length; i++) {
      assertThat(counts[i] / 100_000.0).isCloseTo(weights[i] / 10, within(0.006));
    }
  }
}
