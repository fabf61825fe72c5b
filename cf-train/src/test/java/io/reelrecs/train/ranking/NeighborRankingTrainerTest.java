package io.reelrecs.train.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.reelrecs.core.matrix.RatingMatrix;
import io.reelrecs.core.model.Ranking;
import io.reelrecs.core.search.SearchListener;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class NeighborRankingTrainerTest {

  private static Ranking.ByNeighbors train(RatingMatrix ratings, int k, int threads) {
    return NeighborRankingTrainer.train(
        ratings, new NeighborRankingParameters(k, 1.5, 0.2, 3), threads, SearchListener.NONE);
  }

  private static List<Set<Integer>> positives(RatingMatrix ratings) {
    List<Set<Integer>> positives = new ArrayList<>();
    for (int user = 0; user < ratings.users(); user++) {
      Set<Integer> movies = new HashSet<>();
      for (int p = ratings.rowStart(user); p < ratings.rowEnd(user); p++) {
        if (ratings.ratingAt(p) >= 3) {
          movies.add(ratings.movieAt(p));
        }
      }
      positives.add(movies);
    }
    return positives;
  }

  private static double cosine(Set<Integer> a, Set<Integer> b) {
    Set<Integer> common = new HashSet<>(a);
    common.retainAll(b);
    return common.isEmpty() ? 0 : common.size() / Math.sqrt((double) a.size() * b.size());
  }

  /** Few movies and many users: full of ties. */
  @ParameterizedTest
  @ValueSource(ints = {1, 7, 40, 88})
  void train_givesTheKthOfAFullSort(int k) {
    RatingMatrix ratings = RandomRatings.of(90, 9, 5);
    List<Set<Integer>> positives = positives(ratings);

    Ranking.ByNeighbors ranking = train(ratings, k, 2);

    assertThat(ranking.k()).isEqualTo(k);
    assertThat(ranking.similarityExponent()).isEqualTo(1.5);
    assertThat(ranking.popularityExponent()).isEqualTo(0.2);
    assertThat(ranking.positiveFrom()).isEqualTo(3);
    for (int v = 0; v < 90; v++) {
      Set<Integer> own = positives.get(v);
      int self = v;
      int kth =
          IntStream.range(0, 90)
              .filter(u -> u != self)
              .boxed()
              .sorted(
                  Comparator.comparingDouble((Integer u) -> -cosine(own, positives.get(u)))
                      .thenComparing(u -> u))
              .skip(k - 1)
              .findFirst()
              .orElseThrow();
      assertThat(ranking.threshold()[v]).isEqualTo(cosine(own, positives.get(kth)));
      assertThat(ranking.last()[v]).isEqualTo(kth);
    }
  }

  /** What threshold and last are for: to tell, from the other side, who is among the k nearest. */
  @Test
  void train_admitsExactlyKUsersToEach() {
    RatingMatrix ratings = RandomRatings.of(90, 9, 6);
    List<Set<Integer>> positives = positives(ratings);

    Ranking.ByNeighbors ranking = train(ratings, 13, 1);

    for (int v = 0; v < 90; v++) {
      int admitted = 0;
      for (int u = 0; u < 90; u++) {
        double cosine = cosine(positives.get(u), positives.get(v));
        boolean near =
            cosine > ranking.threshold()[v]
                || (cosine == ranking.threshold()[v] && u <= ranking.last()[v]);
        admitted += u != v && near ? 1 : 0;
      }
      assertThat(admitted).isEqualTo(13);
    }
  }

  @Test
  void train_manyUsers_isTheSameInChunksAndOnThreads() {
    RatingMatrix ratings = RandomRatings.of(2_500, 30, 7);
    List<Set<Integer>> positives = positives(ratings);
    Ranking.ByNeighbors one = train(ratings, 20, 1);
    Ranking.ByNeighbors two = train(ratings, 20, 2);

    assertThat(two.threshold()).containsExactly(one.threshold());
    assertThat(two.last()).containsExactly(one.last());
    for (int v : new int[] {0, 1_023, 1_024, 2_048, 2_499}) {
      assertThat(one.threshold()[v])
          .isCloseTo(cosine(positives.get(v), positives.get(one.last()[v])), within(0.0));
    }
  }

  @Test
  void train_fewerOthersThanK_admitsAll() {
    RatingMatrix ratings = RandomRatings.of(5, 9, 8);

    Ranking.ByNeighbors ranking = train(ratings, 5, 1);

    assertThat(ranking.threshold()).containsOnly(Double.NEGATIVE_INFINITY).hasSize(5);
    assertThat(ranking.last()).containsOnly(4);
    assertThat(train(ratings, 4, 1).threshold()).doesNotContain(Double.NEGATIVE_INFINITY);
  }

  @Test
  void train_tellsHowManyUsersAreDone() {
    RatingMatrix ratings = RandomRatings.of(1_500, 5, 9);
    List<Integer> told = new ArrayList<>();

    NeighborRankingTrainer.train(
        ratings,
        new NeighborRankingParameters(2, 1, 0, 4),
        1,
        (done, total) -> {
          assertThat(total).isEqualTo(1_500);
          told.add(done);
        });

    assertThat(told).isSorted().endsWith(1_500);
  }
}
