package io.reelrecs.train.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.reelrecs.train.random.SplitMix64;
import org.junit.jupiter.api.Test;

class LabelPlacesTest {

  @Test
  void apart_thoseFarEnough_stayWhereTheyAre() {
    assertThat(LabelPlaces.apart(new double[] {50, 20, 35}, 12, 10, 100))
        .containsExactly(50, 20, 35);
  }

  @Test
  void apart_thoseTooNear_keepTheirOrder_withinTheColumn() {
    SplitMix64 random = new SplitMix64(3);
    for (int round = 0; round < 200; round++) {
      double[] wanted = new double[7];
      for (int i = 0; i < wanted.length; i++) {
        wanted[i] = 10 + random.nextInt(91);
      }
      double[] placed = LabelPlaces.apart(wanted, 12.5, 10, 100);
      for (int i = 0; i < placed.length; i++) {
        assertThat(placed[i]).isBetween(10.0, 100.0);
        for (int j = 0; j < i; j++) {
          assertThat(Math.abs(placed[i] - placed[j])).isGreaterThanOrEqualTo(12.5 - 1e-9);
          if (wanted[i] < wanted[j]) {
            assertThat(placed[i]).isLessThan(placed[j]);
          }
        }
      }
    }
  }
}
