package io.reelrecs.core.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.reelrecs.core.matrix.MissingRating;
import io.reelrecs.core.matrix.RatingMatrix;
import io.reelrecs.core.matrix.SampleRatings;
import io.reelrecs.core.matrix.UnitRows;
import io.reelrecs.core.model.Model;
import io.reelrecs.core.model.Ranking;
import io.reelrecs.core.model.SampleLearned;
import io.reelrecs.core.model.SampleModels;
import io.reelrecs.core.search.CosineSearch;
import io.reelrecs.core.search.NeighborGraph;
import io.reelrecs.core.search.SearchListener;
import io.reelrecs.core.search.SearchOptions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NeighborRankerTest {

  private static final float NO = Float.NaN;

  private static Scorer scorer(Model model, Ranking ranking) {
    return Scorer.of(SampleLearned.regressions(model, false, false, ranking));
  }

  /** Every k, from where all but one are left out to where all are in; few movies, many ties. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5, 8, 13, 18, 19, 20, 21, 100})
  void rank_isThatOfAFullSort_ofEveryUsersNeighbors(int k) {
    for (int seed = 0; seed < 3; seed++) {
      Model base = SampleModels.random(20, 6, 0.6, SampleRatings.STARS, seed);
      for (double[] exponents : new double[][] {{1, 0}, {0, 1}, {2.5, 0.7}}) {
        Ranking ranking = SampleLearned.neighbors(base, 3, k, exponents[0], exponents[1]);
        Model model = SampleLearned.regressions(base, false, false, ranking);
        Scorer scorer = Scorer.of(model);
        NaiveScorer naive = new NaiveScorer(model);
        long[] movies = model.movies().toArray();
        for (long user : model.users().toArray()) {
          double[] ranks = scorer.rank(user, movies);
          for (int i = 0; i < movies.length; i++) {
            assertThat(ranks[i])
                .as("user %d, movie %d", user, movies[i])
                .isCloseTo(naive.relevance(naive.user(user), movies[i]), within(1e-9));
          }
        }
        for (Map<Long, Double> rated : ScorerContract.rated(model)) {
          double[] ranks = scorer.rank(RatedMovies.of(rated), movies);
          for (int i = 0; i < movies.length; i++) {
            assertThat(ranks[i])
                .isCloseTo(naive.relevance(naive.user(rated), movies[i]), within(1e-9));
          }
        }
      }
    }
  }

  /** A search over rows of ones finds the very bits that a ranking compares with. */
  @Test
  void thresholds_areWhatASearchFinds_bitForBit() {
    Model model = SampleModels.random(40, 30, 0.4, SampleRatings.STARS, 5);
    RatingMatrix ratings = model.ratings();
    float[][] ones = new float[ratings.users()][ratings.movies()];
    for (int user = 0; user < ratings.users(); user++) {
      for (int movie = 0; movie < ratings.movies(); movie++) {
        int at = ratings.find(user, movie);
        ones[user][movie] = at >= 0 && ratings.ratingAt(at) >= 3 ? 1 : NO;
      }
    }
    UnitRows rows = UnitRows.of(SampleRatings.dense(ones), MissingRating.ZERO);
    for (int k : new int[] {1, 7, 39}) {
      NeighborGraph graph =
          CosineSearch.over(rows).nearestOfAll(new SearchOptions(k, 1), SearchListener.NONE);
      Ranking.ByNeighbors ranking = SampleLearned.neighbors(model, 3, k, 1, 0);
      for (int user = 0; user < ratings.users(); user++) {
        assertThat(ranking.threshold()[user]).isEqualTo(graph.similarity(user, k - 1));
        assertThat(ranking.last()[user]).isEqualTo(graph.neighbor(user, k - 1));
      }
    }
  }

  /**
   * Worked by hand. Users 3, 13 and 23 have the same movie 1 alone, so each has the other two at
   * cosine 1, and with k = 1 the lower index: user 3 is nearest of 13 and 23, 13 of 3, 23 of none.
   * User 33 shares movie 1 at cosine 1/2 and has three more; its nearest is user 3.
   */
  @Test
  void rank_goesToTheLowerIndex_atTheThreshold() {
    RatingMatrix ratings =
        SampleRatings.dense(
            new float[] {5, 1, NO, NO, NO},
            new float[] {5, NO, 1, NO, NO},
            new float[] {5, NO, NO, NO, 1},
            new float[] {5, 5, 5, 5, NO});
    Model model = SampleModels.of(ratings, 1, MissingRating.ZERO);
    Scorer scorer = scorer(model, SampleLearned.neighbors(model, 4, 1, 2, 0));
    long[] movies = model.movies().toArray();

    assertThat(scorer.rank(3, movies)).containsExactly(2.25, 0.25, 0.25, 0.25, 0);
    assertThat(scorer.rank(13, movies)).containsExactly(1, 0, 0, 0, 0);
    assertThat(scorer.rank(23, movies)).containsExactly(0, 0, 0, 0, 0);
    // Given by ratings the same user comes behind all: nearest of nobody who has one as near.
    Map<Long, Double> same = Map.of(1L, 5.0);
    assertThat(scorer.rank(RatedMovies.of(same), movies)).containsExactly(0, 0, 0, 0, 0);
    // Nearer than that to user 33: 2 / sqrt(2 * 4) against 1 / sqrt(1 * 4).
    double[] ranks = scorer.rank(RatedMovies.of(Map.of(1L, 5.0, 8L, 4.0)), movies);
    assertThat(ranks[2]).isCloseTo(0.5, within(1e-15));
  }

  @Test
  void rank_countsEverybody_whereThereAreFewerThanKOthers() {
    RatingMatrix ratings =
        SampleRatings.dense(
            new float[] {5, NO, NO}, new float[] {5, 5, NO}, new float[] {5, NO, 5});
    Model model = SampleModels.of(ratings, 2, MissingRating.ZERO);
    Ranking.ByNeighbors ranking = SampleLearned.neighbors(model, 4, 3, 0, 0);

    assertThat(ranking.threshold()).containsOnly(Double.NEGATIVE_INFINITY);
    assertThat(scorer(model, ranking).rank(3, model.movies().toArray())).containsExactly(2, 1, 1);
    assertThat(scorer(model, ranking).rank(23, model.movies().toArray())).containsExactly(2, 1, 0);
  }

  /** Of a movie with four positives where the mean is two: 2^-0.5. */
  @Test
  void rank_dividesByPopularity() {
    RatingMatrix ratings =
        SampleRatings.dense(
            new float[] {5, 5, NO},
            new float[] {5, 5, NO},
            new float[] {5, NO, NO},
            new float[] {5, NO, 1});
    Model model = SampleModels.of(ratings, 1, MissingRating.ZERO);
    Scorer scorer = scorer(model, SampleLearned.neighbors(model, 4, 3, 0, 0.5));

    double[] ranks = scorer.rank(3, model.movies().toArray());
    assertThat(ranks[0]).isCloseTo(3 * Math.pow(2, -0.5), within(1e-15));
    assertThat(ranks[1]).isEqualTo(1);
    assertThat(ranks[2]).isZero();
  }
}
