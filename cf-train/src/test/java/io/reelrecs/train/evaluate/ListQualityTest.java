package io.reelrecs.train.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.reelrecs.train.random.SplitMix64;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ListQualityTest {

  private static final RankingOptions OPTIONS = new RankingOptions(List.of(1, 2, 3, 5), 3, 4);

  /** Hits at ranks 2 and 4 of 5, and one that is not in the list. */
  @Test
  void measure_workedByHand() {
    ListQuality quality = new ListQuality(OPTIONS);
    quality.measure(new long[] {70, 10, 60, 30, 50}, new long[] {10, 20, 30});
    double log3 = Math.log(3) / Math.log(2);
    double log5 = Math.log(5) / Math.log(2);
    double ideal = 1 + 1 / log3 + 0.5; // three hits at ranks 1, 2 and 3

    assertThat(IntStream.range(0, 4).map(quality::hits)).containsExactly(0, 1, 1, 2);
    assertThat(quality.ndcg(0)).isZero();
    assertThat(quality.ndcg(1)).isCloseTo(1 / log3 / (1 + 1 / log3), within(1e-15));
    assertThat(quality.ndcg(2)).isCloseTo(1 / log3 / ideal, within(1e-15));
    assertThat(quality.ndcg(3)).isCloseTo((1 / log3 + 1 / log5) / ideal, within(1e-15));
    assertThat(quality.averagePrecision(0)).isZero();
    assertThat(quality.averagePrecision(1)).isEqualTo(0.5 / 2);
    assertThat(quality.averagePrecision(2)).isEqualTo(0.5 / 3);
    assertThat(quality.averagePrecision(3)).isEqualTo((0.5 + 0.5) / 3);
    assertThat(quality.reciprocalRank(0)).isZero();
    assertThat(quality.reciprocalRank(1)).isEqualTo(0.5);
    assertThat(quality.reciprocalRank(3)).isEqualTo(0.5);
  }

  @Test
  void measure_isOneForAPerfectList_evenAShortOne() {
    ListQuality quality = new ListQuality(OPTIONS);
    quality.measure(new long[] {8, 4}, new long[] {4, 8});
    for (int c = 0; c < 4; c++) {
      assertThat(quality.ndcg(c)).isEqualTo(1);
      assertThat(quality.averagePrecision(c)).isEqualTo(1);
      assertThat(quality.reciprocalRank(c)).isEqualTo(1);
    }
    quality.measure(new long[0], new long[] {4}); // and nothing is left of the user before
    for (int c = 0; c < 4; c++) {
      assertThat(quality.ndcg(c)).isZero();
      assertThat(quality.hits(c)).isZero();
      assertThat(quality.averagePrecision(c)).isZero();
      assertThat(quality.reciprocalRank(c)).isZero();
    }
  }

  @Test
  void measure_isWhatTheDefinitionsSay() {
    SplitMix64 random = new SplitMix64(11);
    RankingOptions options = new RankingOptions(List.of(1, 3, 10, 20), 10, 4);
    ListQuality quality = new ListQuality(options);
    for (int trial = 0; trial < 200; trial++) {
      int[] movies = IntStream.range(0, 40).toArray();
      random.shuffle(movies);
      long[] list = IntStream.of(movies).limit(random.nextInt(21)).asLongStream().toArray();
      random.shuffle(movies);
      long[] wanted =
          IntStream.of(movies).limit(1 + random.nextInt(20)).asLongStream().sorted().toArray();
      quality.measure(list, wanted);
      for (int c = 0; c < 4; c++) {
        int k = options.cutoffs().get(c);

        assertThat(quality.ndcg(c)).isCloseTo(ndcg(list, wanted, k), within(1e-12));
        assertThat(quality.averagePrecision(c)).isCloseTo(map(list, wanted, k), within(1e-12));
        assertThat(quality.hits(c)).isEqualTo(hits(list, wanted, k));
        assertThat(quality.reciprocalRank(c)).isEqualTo(mrr(list, wanted, k));
      }
    }
  }

  private static boolean hit(long[] list, long[] wanted, int rank) {
    return rank <= list.length && LongStream.of(wanted).anyMatch(m -> m == list[rank - 1]);
  }

  private static int hits(long[] list, long[] wanted, int k) {
    return (int) IntStream.rangeClosed(1, k).filter(rank -> hit(list, wanted, rank)).count();
  }

  private static double ndcg(long[] list, long[] wanted, int k) {
    double gain =
        IntStream.rangeClosed(1, k)
            .filter(rank -> hit(list, wanted, rank))
            .mapToDouble(rank -> Math.log(2) / Math.log(rank + 1))
            .sum();
    double ideal =
        IntStream.rangeClosed(1, Math.min(k, wanted.length))
            .mapToDouble(rank -> Math.log(2) / Math.log(rank + 1))
            .sum();
    return gain / ideal;
  }

  private static double map(long[] list, long[] wanted, int k) {
    return IntStream.rangeClosed(1, k)
            .filter(rank -> hit(list, wanted, rank))
            .mapToDouble(rank -> hits(list, wanted, rank) / (double) rank)
            .sum()
        / Math.min(k, wanted.length);
  }

  private static double mrr(long[] list, long[] wanted, int k) {
    return IntStream.rangeClosed(1, k)
        .filter(rank -> hit(list, wanted, rank))
        .mapToDouble(rank -> 1.0 / rank)
        .findFirst()
        .orElse(0);
  }
}
