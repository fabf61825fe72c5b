package io.reelrecs.core.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.reelrecs.core.matrix.MissingRating;
import io.reelrecs.core.matrix.RatingMatrix;
import io.reelrecs.core.matrix.SampleRatings;
import io.reelrecs.core.model.Baseline;
import io.reelrecs.core.model.Model;
import io.reelrecs.core.model.SampleLearned;
import io.reelrecs.core.model.SampleModels;
import io.reelrecs.core.search.NeighborGraph;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NeighborScorerTest extends ScorerContract {

  private static final float NONE = Float.NaN;

  @Override
  Stream<Model> learn(Model model) {
    return SampleLearned.rankings(model)
        .map(ranking -> SampleLearned.regressions(model, false, false, ranking));
  }

  @Override
  double tolerance() {
    return 0;
  }

  @Test
  void recommend_refusesLessThanOne() {
    Scorer scorer = Scorer.of(SampleModels.random(3, 3, 0.5, SampleRatings.STARS, 1));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> scorer.recommend(3, 0))
        .withMessage("n must be >= 1, actual: 0");
  }

  @Test
  void recommend_goesToTheLowerIds_whenAllTie() {
    Scorer scorer = Scorer.of(SampleModels.random(20, 20, 0.3, new float[] {4}, 4));

    assertThat(scorer.recommend(-1, 3))
        .extracting(Recommendation::movieId)
        .containsExactly(1L, 8L, 15L);
  }

  /**
   * Dense enough for bits and not; batches shorter than a row and longer; movies twice and unknown.
   */
  @ParameterizedTest
  @CsvSource({"40, 300, 0.3", "40, 300, 0.01", "30, 4000, 0.1"})
  void score_ofABatch_isTheBitsOfOneByOne(int users, int movies, double density) {
    Scorer scorer =
        Scorer.of(SampleModels.random(users, movies, density, SampleRatings.HALF_STARS, 5));
    Random random = new Random(3);
    for (int size : new int[] {15, 16, 60, 700}) {
      long[] batch = random.ints(size, -2, movies + 2).mapToLong(i -> 7L * i + 1).toArray();
      for (int user = 0; user < users; user++) {
        long id = 10L * user + 3;
        Scores scores = scorer.score(id, batch);
        for (int i = 0; i < size; i++) {
          assertThat(scores.get(i)).isEqualTo(scorer.score(id, batch[i]));
        }
      }
    }
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
    double huge = 1e50;
    Model wild =
        SampleModels.with(
            model, Baseline.of(huge, new double[] {huge, -huge}, new double[] {-huge, huge}, 5));
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
