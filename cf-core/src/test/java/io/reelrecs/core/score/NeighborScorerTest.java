package io.reelrecs.core.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.reelrecs.core.ids.IdIndex;
import io.reelrecs.core.matrix.MissingRating;
import io.reelrecs.core.matrix.RatingMatrix;
import io.reelrecs.core.matrix.SampleRatings;
import io.reelrecs.core.model.Baseline;
import io.reelrecs.core.model.Model;
import io.reelrecs.core.model.SampleModels;
import io.reelrecs.core.search.NeighborGraph;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class NeighborScorerTest {

  private static final float NONE = Float.NaN;

  static Stream<Model> models() {
    return Stream.of(
        SampleModels.random(30, 25, 0.15, SampleRatings.STARS, 1),
        SampleModels.random(25, 40, 0.05, SampleRatings.HALF_STARS, 2),
        SampleModels.random(20, 20, 0.3, new float[] {-2, -1, 1, 2}, 3),
        SampleModels.random(20, 20, 0.3, new float[] {4}, 4),
        SampleModels.random(12, 12, 0.3, new float[] {0}, 5),
        SampleModels.of(
            SampleRatings.random(30, 25, 0.2, SampleRatings.TENTHS, 6), 7, MissingRating.USER_MEAN),
        SampleModels.random(1, 3, 1, SampleRatings.STARS, 7),
        SampleModels.random(0, 0, 0, SampleRatings.STARS, 8));
  }

  /** All known ids of both kinds and some that are not. */
  private static long[] ids(IdIndex known) {
    return LongStream.concat(
            LongStream.of(known.toArray()), LongStream.of(-1, 0, 2, 4294967295L, Long.MAX_VALUE))
        .toArray();
  }

  @ParameterizedTest
  @MethodSource("models")
  void score_isWhatTheRulesSay(Model model) {
    Scorer scorer = Scorer.of(model);
    NaiveScorer naive = new NaiveScorer(model);
    for (long user : ids(model.users())) {
      for (long movie : ids(model.movies())) {
        assertThat(scorer.score(user, movie))
            .as("user %d, movie %d", user, movie)
            .isEqualTo(naive.score(user, movie));
      }
    }
  }

  /** Without this the test above could pass on neighbors alone. */
  @Test
  void models_haveEverySource() {
    Map<ScoreSource, Integer> seen = new EnumMap<>(ScoreSource.class);
    models()
        .forEach(
            model -> {
              for (long user : ids(model.users())) {
                for (long movie : ids(model.movies())) {
                  seen.merge(Scorer.of(model).score(user, movie).source(), 1, Integer::sum);
                }
              }
            });

    assertThat(seen).containsOnlyKeys(ScoreSource.values());
    assertThat(seen.values()).allMatch(count -> count > 100);
  }

  @ParameterizedTest
  @MethodSource("models")
  void score_ofABatch_isThatOfEachOne_bitForBit(Model model) {
    Scorer scorer = Scorer.of(model);
    Random random = new Random(1);
    long[] movies = ids(model.movies());
    for (long user : ids(model.users())) {
      long[] batch = new long[60]; // any order, with repeats
      for (int i = 0; i < batch.length; i++) {
        batch[i] = movies[random.nextInt(movies.length)];
      }
      Scores scores = scorer.score(user, batch);

      assertThat(scores.size()).isEqualTo(batch.length);
      for (int i = 0; i < batch.length; i++) {
        assertThat(scores.get(i)).isEqualTo(scorer.score(user, batch[i]));
      }
    }
    assertThat(scorer.score(3, new long[0]).size()).isZero();
  }

  @ParameterizedTest
  @MethodSource("models")
  void recommend_isTheHeadOfAFullSort_ofUnratedMovies(Model model) {
    Scorer scorer = Scorer.of(model);
    NaiveScorer naive = new NaiveScorer(model);
    for (long user : ids(model.users())) {
      for (int n : new int[] {1, 5, 1000, Integer.MAX_VALUE}) {
        assertThat(scorer.recommend(user, n))
            .as("user %d, n %d", user, n)
            .isEqualTo(naive.recommend(user, n));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("models")
  void rank_ordersAsRecommendDoes(Model model) {
    Scorer scorer = Scorer.of(model);
    for (long user : ids(model.users())) {
      List<Recommendation> best = scorer.recommend(user, 1000);
      long[] movies = best.stream().mapToLong(Recommendation::movieId).toArray();

      assertThat(scorer.rank(user, movies))
          .containsExactly(best.stream().mapToDouble(r -> r.score().value()).toArray());
    }
  }

  @Test
  void recommend_refusesLessThanOne() {
    Scorer scorer = Scorer.of(SampleModels.random(3, 3, 0.5, SampleRatings.STARS, 1));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> scorer.recommend(3, 0))
        .withMessage("n must be >= 1, actual: 0");
  }

  @Test
  void score_isAHalf_whenAllRatingsAreEqual() {
    Model model = SampleModels.random(20, 20, 0.3, new float[] {4}, 4);
    Scorer scorer = Scorer.of(model);
    for (long user : ids(model.users())) {
      for (long movie : ids(model.movies())) {
        assertThat(scorer.score(user, movie).value()).isEqualTo(0.5);
        assertThat(scorer.score(user, movie).predicted()).isEqualTo(4);
      }
    }
    assertThat(scorer.recommend(-1, 3))
        .extracting(Recommendation::movieId)
        .containsExactly(1L, 8L, 15L); // all tie: the lower ids
  }

  /** Worked by hand: three neighbors of user 3, one of them unlike, one of no likeness. */
  @Test
  void score_weighsByPositiveSimilarityOnly() {
    RatingMatrix ratings =
        SampleRatings.dense(
            new float[] {NONE, NONE, 1},
            new float[] {4, NONE, NONE},
            new float[] {1, NONE, NONE},
            new float[] {5, 5, NONE},
            new float[] {NONE, 5, NONE},
            new float[] {3, NONE, NONE});
    NeighborGraph graph =
        NeighborGraph.of(
            new int[] {0, 5, 5, 5, 5, 5, 5},
            new int[] {1, 2, 5, 3, 4},
            new double[] {0.5, 0.25, 0.25, 0, -0.5});
    Scorer scorer = Scorer.of(SampleModels.of(ratings, graph, MissingRating.ZERO));

    // (0.5 * 4 + 0.25 * 1 + 0.25 * 3) / 1 = 3, and (3 - 1) / (5 - 1) = 0.5
    assertThat(scorer.score(3, 1)).isEqualTo(new Score(0.5, 3, ScoreSource.NEIGHBORS, 3));
    assertThat(scorer.score(3, new long[] {1}).get(0)).isEqualTo(scorer.score(3, 1));
    // Movie 8 was rated by the two whose similarity is not positive.
    assertThat(scorer.score(3, 8).source()).isEqualTo(ScoreSource.MOVIE_BASELINE);
    assertThat(scorer.score(3, 8).support()).isZero();
  }

  @Test
  void score_staysWithinTheScale_onWildBiases() {
    RatingMatrix ratings = SampleRatings.dense(new float[] {1, NONE}, new float[] {NONE, 5});
    NeighborGraph nobody = NeighborGraph.of(new int[3], new int[0], new double[0]);
    Model model = SampleModels.of(ratings, nobody, MissingRating.ZERO);
    double huge = Double.MAX_VALUE;
    Model wild =
        new Model(
            model.manifest(),
            model.users(),
            model.movies(),
            ratings,
            model.missing(),
            Baseline.of(huge, new double[] {huge, -huge}, new double[] {-huge, huge}, 5),
            nobody,
            model.catalog());
    Scorer scorer = Scorer.of(wild);

    assertThat(scorer.score(3, 1).value()).isEqualTo(1);
    assertThat(scorer.score(13, 1)).isEqualTo(new Score(0, 1, ScoreSource.MOVIE_BASELINE, 0));
    assertThat(scorer.score(13, 8).predicted()).isEqualTo(5);
    assertThat(scorer.score(13, -1).predicted()).isEqualTo(1); // a mean of 0, clamped
  }

  @Test
  void scores_areAListAsWell() {
    Scorer scorer = Scorer.of(SampleModels.random(9, 9, 0.5, SampleRatings.STARS, 1));
    Scores scores = scorer.score(3, new long[] {1, 8, -5});
    List<Score> list = scores.asList();

    assertThat(list).containsExactly(scores.get(0), scores.get(1), scores.get(2));
    assertThat(scores.value(1)).isEqualTo(list.get(1).value());
    assertThat(scores.predicted(1)).isEqualTo(list.get(1).predicted());
    assertThat(scores.source(2)).isEqualTo(list.get(2).source());
    assertThat(scores.support(0)).isEqualTo(list.get(0).support());
  }
}
