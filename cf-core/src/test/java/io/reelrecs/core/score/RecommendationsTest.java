package io.reelrecs.core.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.reelrecs.core.matrix.MissingRating;
import io.reelrecs.core.matrix.SampleRatings;
import io.reelrecs.core.model.Model;
import io.reelrecs.core.model.Ranking;
import io.reelrecs.core.model.SampleLearned;
import io.reelrecs.core.model.SampleModels;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RecommendationsTest {

  private static final float NO = Float.NaN;

  /** Movies 1 to 43; nobody rated 36 and 43, and user 23 none at all. */
  private static final Model MODEL =
      SampleModels.of(
          SampleRatings.dense(
              new float[] {5, 2, NO, NO, NO, NO, NO},
              new float[] {4, 5, 5, 1, 3, NO, NO},
              new float[] {NO, NO, NO, NO, NO, NO, NO},
              new float[] {1, NO, 5, 2, NO, NO, NO}),
          3,
          MissingRating.ZERO);

  static Stream<Scorer> scorers() {
    return SampleLearned.everyKind(MODEL).map(Scorer::of);
  }

  @ParameterizedTest
  @MethodSource("scorers")
  void shortfall_saysWhyThereAreFewer(Scorer scorer) {
    Recommendations some = scorer.recommend(3, 10);

    assertThat(some).extracting(Recommendation::movieId).containsExactlyInAnyOrder(15L, 22L, 29L);
    assertThat(some.shortfall())
        .hasValue("the model has 7 movies, of which the user rated 2 and 2 were rated by nobody");
    assertThat(scorer.recommend(13, 1).shortfall())
        .hasValue("the model has 7 movies, of which the user rated 5 and 2 were rated by nobody");
    assertThat(scorer.recommend(-1, 6).shortfall())
        .hasValue("the model has 7 movies, of which the user rated 0 and 2 were rated by nobody");
    RatedMovies rated = RatedMovies.of(Map.of(1L, 4.0, 15L, 2.0, 43L, 5.0, 99L, 5.0));
    assertThat(scorer.recommend(rated, 4).shortfall())
        .hasValue("the model has 7 movies, of which the user rated 2 and 2 were rated by nobody");
  }

  @ParameterizedTest
  @MethodSource("scorers")
  void shortfall_isEmpty_whereThereAreEnough(Scorer scorer) {
    assertThat(scorer.recommend(3, 3).shortfall()).isEmpty();
    assertThat(scorer.recommend(23, 5).shortfall()).isEmpty();
    assertThat(scorer.recommend(-1, 1).shortfall()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("scorers")
  void recommend_refusesLessThanOne(Scorer scorer) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> scorer.recommend(3, 0))
        .withMessage("n must be >= 1, actual: 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> scorer.recommend(RatedMovies.of(Map.of()), -1))
        .withMessage("n must be >= 1, actual: -1");
  }

  @Test
  void shortfall_readsWell_ofOne() {
    assertThat(new Recommendations(List.of(), 1, 1, 0).shortfall())
        .hasValue("the model has 1 movie, of which the user rated 1");
    assertThat(new Recommendations(List.of(), 1, 1, 1).shortfall())
        .hasValue("the model has 2 movies, of which the user rated 1 and 1 was rated by nobody");
  }

  @Test
  void recommend_fromAnEmptyModel_isEmpty() {
    Model empty = SampleModels.random(0, 0, 0, SampleRatings.STARS, 1);
    SampleLearned.everyKind(empty)
        .map(Scorer::of)
        .forEach(
            scorer -> {
              assertThat(scorer.recommend(3, 5)).isEmpty();
              assertThat(scorer.recommend(3, 5).shortfall())
                  .hasValue("the model has 0 movies, of which the user rated 0");
            });
  }

  /** Ratings of 4 and more: movie 15 has two, 1 two, 8 one, the others none. */
  @Test
  void recommend_isByPopularity_forUsersWithoutPositives() {
    long[] expected = {1, 15, 8, 22, 29};
    for (Ranking ranking :
        List.of(
            new Ranking.ByPopularity(4),
            SampleLearned.neighbors(MODEL, 4, 2, 1, 0.5),
            new Ranking.ByLinearModel(4, 1, SampleLearned.matrix(7, new Random(1))))) {
      Scorer scorer = Scorer.of(SampleLearned.regressions(MODEL, false, true, ranking));
      assertThat(ids(scorer.recommend(23, 9))).containsExactly(expected);
      assertThat(ids(scorer.recommend(-1, 9))).containsExactly(expected);
      RatedMovies low = RatedMovies.of(Map.of(8L, 3.0));
      assertThat(ids(scorer.recommend(low, 9))).containsExactly(1, 15, 22, 29);
      assertThat(scorer.recommend(23, 9).get(0).relevance()).isEqualTo(2);
      assertThat(scorer.explain(23, 15).relevance().base()).isEqualTo(2);
    }
  }

  private static long[] ids(List<Recommendation> list) {
    return list.stream().mapToLong(Recommendation::movieId).toArray();
  }

  @Test
  void list_isACopy_andCannotBeChanged() {
    Score score = new Score(0, 1, ScoreSource.NEIGHBORS, 1);
    List<Recommendation> given = new ArrayList<>(List.of(new Recommendation(1, score, 2)));
    Recommendations made = new Recommendations(given, 1, 0, 0);
    given.clear();

    assertThat(made).hasSize(1);
    assertThatThrownBy(() -> made.remove(0)).isInstanceOf(UnsupportedOperationException.class);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Recommendation(1, score, Double.NaN))
        .withMessage("relevance must be finite, actual: NaN");
  }
}
