package io.reelrecs.train.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.reelrecs.train.evaluate.split.Tables;
import io.reelrecs.train.random.SplitMix64;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CatalogSumsTest {

  /** Movie 10 has 3 ratings, 20 and 30 have 1, 40 has 2. */
  private final TrainCounts counts =
      TrainCounts.of(
          Tables.of(
              new long[] {1, 10, 1},
              new long[] {2, 10, 1},
              new long[] {3, 10, 1},
              new long[] {1, 20, 1},
              new long[] {1, 30, 1},
              new long[] {1, 40, 1},
              new long[] {2, 40, 1}));

  @Test
  void counts_areThoseOfTheTable() {
    assertThat(counts.users()).isEqualTo(3);
    assertThat(counts.movies().toArray()).containsExactly(10, 20, 30, 40);
    assertThat(counts.ofUser(1)).isEqualTo(4);
    assertThat(counts.ofUser(9)).isZero();
    assertThat(counts.ofMovie(40)).isEqualTo(2);
    assertThat(counts.ofMovie(9)).isZero();
  }

  @Test
  void percentile_isTheShareOfLessPopularMovies_andHalfOfItsEquals() {
    assertThat(counts.percentile(10)).isEqualTo(3.5 / 4);
    assertThat(counts.percentile(20)).isEqualTo(1.0 / 4);
    assertThat(counts.percentile(30)).isEqualTo(1.0 / 4);
    assertThat(counts.percentile(40)).isEqualTo(2.5 / 4);
    assertThat(counts.percentile(99)).isZero();
  }

  @Test
  void metrics_workedByHand() {
    CatalogSums sums = new CatalogSums(2, counts);
    sums.add(new long[] {10, 40, 20}); // the third is cut off
    sums.add(new long[] {10});
    sums.add(new long[0]);
    sums.add(new long[] {10, 99}); // a movie that nobody rated
    Map<Metric, Double> metrics = new LinkedHashMap<>();
    sums.metrics(metrics);

    assertThat(metrics)
        .containsEntry(new Metric(Measure.CATALOG_COVERAGE, 2), 2.0 / 4)
        .containsEntry(new Metric(Measure.POPULARITY, 2), (0.75 + 0.875 + 0.4375) / 3)
        .containsEntry(new Metric(Measure.AVERAGE_RATINGS, 2), (2.5 + 3 + 1.5) / 3)
        // Listed 0, 0, 1 and 3 times: (-3*0 - 1*0 + 1*1 + 3*3) / (4 * 4).
        .containsEntry(new Metric(Measure.GINI, 2), 10.0 / 16);
  }

  @Test
  void gini_isHalfTheRelativeMeanDifference() {
    SplitMix64 random = new SplitMix64(5);
    for (int trial = 0; trial < 50; trial++) {
      int[] values = new int[1 + random.nextInt(30)];
      Arrays.setAll(values, i -> random.nextInt(10));
      double differences = 0;
      double sum = 0;
      for (int a : values) {
        sum += a;
        for (int b : values) {
          differences += Math.abs(a - b);
        }
      }
      double expected = sum == 0 ? 0 : differences / (2 * values.length * sum);

      assertThat(CatalogSums.gini(values)).isCloseTo(expected, within(1e-12));
    }
    assertThat(CatalogSums.gini(new int[] {4, 4, 4})).isZero();
    assertThat(CatalogSums.gini(new int[3])).isZero();
  }
}
