package io.reelrecs.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.reelrecs.core.score.Scorer;
import io.reelrecs.train.evaluate.Metric;
import io.reelrecs.train.evaluate.split.Tables;
import io.reelrecs.train.ratings.RatingTable;
import io.reelrecs.train.tune.Dimension;
import io.reelrecs.train.tune.Objective;
import io.reelrecs.train.tune.Point;
import io.reelrecs.train.tune.Tuning;
import io.reelrecs.train.tune.TuningListener;
import io.reelrecs.train.tune.TuningPlan;
import io.reelrecs.train.tune.TuningResult;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class AlgorithmTunableTest {

  private static final Objective RMSE = Objective.of(Metric.parse("rmse"));
  private static final Objective NDCG = Objective.of(Metric.parse("ndcg@10"));

  private final RatingTable ratings = Tables.random(60, 40, 0.4, 1);

  private static List<String> searched(String recipe, Objective objective) {
    return AlgorithmTunable.of(Recipe.parse(recipe), objective).space().dimensions().stream()
        .map(Dimension::name)
        .toList();
  }

  @Test
  void space_hasWhatChangesTheMetric() {
    List<String> predictions = searched("fusion", RMSE);
    List<String> recommendations =
        List.of("neighbors", "popularity-exponent", "similarity-exponent");

    assertThat(predictions).contains("user-shrinkage", "movie-two-steps");
    assertThat(predictions).doesNotContainAnyElementsOf(recommendations).hasSize(15);
    assertThat(searched("fusion:ranking=neighbors", NDCG)).isEqualTo(recommendations);
    assertThat(searched("fusion:ranking=prediction", NDCG)).isEqualTo(predictions);
    assertThat(searched("reference", RMSE)).containsExactly("k", "missing");
    assertThat(searched("reference", NDCG)).containsExactly("k", "missing");
    assertThat(searched("ease", NDCG)).contains("lambda", "dropout").hasSize(5);
  }

  @ParameterizedTest
  @CsvSource({
    "ease, rmse",
    "popular, rmse",
    "popular, ndcg@10",
    "baseline, rmse",
    "fusion, ndcg@10",
    "user:ranking=popularity, ndcg@10"
  })
  void nothingToSearch_isRefused(String recipe, String metric) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> searched(recipe, Objective.of(Metric.parse(metric))))
        .withMessage(
            "algorithm must be one with parameters that change " + metric + ", actual: " + recipe);
  }

  @Test
  void search_setsOutFromTheRecipe_beyondTheRangeToo() {
    AlgorithmTunable tunable =
        AlgorithmTunable.of(Recipe.parse("ease:lambda=20000:positive-from=3"), NDCG);

    assertThat(tunable.recipe(tunable.space().defaults())).isEqualTo(tunable.start());
    assertThat(tunable.recipe(Point.of(Map.of("dropout", "0.5"))).text())
        .isEqualTo("ease:positive-from=3:lambda=20000:dropout=0.5");
    assertThat(tunable.name())
        .isEqualTo(tunable.start().text() + ", reelrecs " + Version.current());
  }

  @Test
  void only_searchesThese() {
    AlgorithmTunable all = AlgorithmTunable.of(Recipe.parse("ease"), NDCG);

    assertThat(all.only(List.of("lambda")).space().defaults().values()).containsOnlyKeys("lambda");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> all.only(List.of("k")))
        .withMessageStartingWith("parameter must be one of dropout, lambda,");
  }

  @ParameterizedTest
  @EnumSource(names = {"USER", "ITEM", "FUSION"})
  void predictions_areThoseOfTheRecipe_thoughRankingIsLeftOut(Algorithm algorithm) {
    AlgorithmTunable tunable = AlgorithmTunable.of(Recipe.of(algorithm), RMSE);
    Scorer tuned = tunable.at(tunable.space().defaults()).train(ratings);
    Scorer plain = new AlgorithmContender(Recipe.of(algorithm)).train(ratings);

    for (long movie = 7; movie <= 280; movie += 7) {
      assertThat(tuned.score(30, movie)).isEqualTo(plain.score(30, movie));
    }
    assertThat(tunable.at(tunable.space().defaults()).name()).isEqualTo(algorithm.label());
  }

  @Test
  void recommendations_areThoseOfTheRecipe() {
    AlgorithmTunable tunable = AlgorithmTunable.of(Recipe.of(Algorithm.USER), NDCG);
    Point point = Point.of(Map.of("neighbors", "25"));

    assertThat(tunable.at(point).train(ratings).recommend(30, 10))
        .isEqualTo(
            new AlgorithmContender(Recipe.parse("user:neighbors=25"))
                .train(ratings)
                .recommend(30, 10));
  }

  /** What a search draws must be what each algorithm takes. */
  @ParameterizedTest
  @CsvSource({
    "FUSION, rmse",
    "USER, ndcg@10",
    "USER, rmse",
    "ITEM, rmse",
    "EASE, ndcg@10",
    "REFERENCE, rmse"
  })
  void candidates_neverFail(Algorithm algorithm, String metric) throws Exception {
    Objective objective = Objective.of(Metric.parse(metric));
    TuningPlan plan = TuningPlan.of(ratings, objective).withCandidates(12).withThreads(2);
    TuningResult result =
        Tuning.run(
            plan,
            AlgorithmTunable.of(Recipe.of(algorithm), objective),
            Optional.empty(),
            TuningListener.NONE);

    assertThat(result.trials()).hasSize(12).noneMatch(trial -> trial.failed());
  }
}
