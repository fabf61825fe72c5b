package io.reelrecs.train.blend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.reelrecs.core.score.BlendWeights;
import io.reelrecs.core.score.FeatureRange;
import io.reelrecs.train.catalog.MoviesReader;
import io.reelrecs.train.evaluate.split.Split;
import io.reelrecs.train.ratings.RatingTable;
import io.reelrecs.train.ratings.RatingsReader;
import io.reelrecs.train.ratings.ReadListener;
import io.reelrecs.train.ratings.ReadOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import org.junit.jupiter.api.Test;

class BlendEvaluationTest {

  private final BlendPlan plan = ToyMovies.plan(3);

  private static BlendResult run(BlendPlan plan) throws InterruptedException {
    return BlendEvaluation.run(plan, BlendListener.NONE);
  }

  private static BlendRow row(BlendResult result, String name) {
    return result.rows().stream().filter(row -> row.name().equals(name)).findAny().orElseThrow();
  }

  @Test
  void rows_areTheBlendsEachFeatureAndOtherOrders() throws InterruptedException {
    BlendResult result = run(plan);

    assertThat(result.protocol()).isEqualTo("per-user hold-out of 0.2, seed 1");
    assertThat(result.rows())
        .extracting(BlendRow::name)
        .containsExactly(
            "blend, rescale",
            "blend, raw",
            "blend, learned weights",
            "cf score alone",
            "genre overlap alone",
            "collaborative alone",
            "popularity percentile alone",
            "year preference alone",
            "popularity (likes)",
            "the model's own ranking",
            "random");
    assertThat(result.rows()).allMatch(row -> row.ndcg() > 0 && row.ndcg() < 1);
    assertThat(result.rows().get(0).difference()).isEmpty();
    double served = result.rows().get(0).ndcg();
    for (BlendRow row : result.rows().subList(1, result.rows().size())) {
      double difference = row.difference().orElseThrow().meanDifference();
      assertThat(difference).isCloseTo(row.ndcg() - served, within(1e-12));
      assertThat(row.adjustedP()).isGreaterThanOrEqualTo(row.difference().get().pValue());
    }
  }

  @Test
  void rescale_countsDoNotTie_whereRawSaturates() throws InterruptedException {
    BlendResult result = run(plan);

    assertThat(row(result, BlendEvaluation.SERVED).tiedUsers()).isZero();
    assertThat(row(result, BlendEvaluation.RAW).tiedUsers()).isEqualTo(result.hits().measured());
    assertThat(row(result, BlendEvaluation.RAW).mostTied()).isGreaterThan(10);
    assertThat(row(result, BlendEvaluation.RAW).ndcg())
        .isLessThan(row(result, BlendEvaluation.SERVED).ndcg());
  }

  @Test
  void result_doesNotDependOnThreads() throws InterruptedException {
    assertThat(run(plan.withThreads(3))).isEqualTo(run(plan.withThreads(1)));
  }

  @Test
  void learnedWeights_comeFromTheTrainingPartAlone() throws InterruptedException {
    Split outer = plan.protocol().of(plan.ratings()).split(0);
    LearnedWeights onTraining = BlendTuning.learn(plan, outer.train(), BlendListener.NONE);

    assertThat(run(plan).learned()).isEqualTo(onTraining);
    assertThat(run(plan).learned().hits())
        .isNotEqualTo(BlendTuning.run(plan, BlendListener.NONE).hits());
  }

  @Test
  void weights_ofThePlan_areThoseOfTheFirstRow() throws InterruptedException {
    BlendResult result = run(plan.withWeights(new BlendWeights(0, 0, 0, 0, 1)));

    assertThat(row(result, BlendEvaluation.SERVED).ndcg())
        .isEqualTo(row(result, "year preference alone").ndcg());
  }

  @Test
  void listener_hearsOfEveryStep() throws InterruptedException {
    Set<BlendListener.Step> heard = new ConcurrentSkipListSet<>();
    BlendEvaluation.run(
        plan,
        (step, done) -> {
          assertThat(done).isBetween(0.0, 1.0 + 1e-9);
          heard.add(step);
        });

    assertThat(heard).isEqualTo(new TreeSet<>(List.of(BlendListener.Step.values())));
  }

  @Test
  void movieLens_rescaledBlendTiesNobody_andBeatsRawAndPopularity() throws Exception {
    String data = System.getProperty("reelrecs.data", System.getenv("REELRECS_DATA"));
    assumeTrue(data != null, "skipped: REELRECS_DATA does not name the data folder");
    Path folder = Path.of(data, "ml-100k");
    RatingTable ratings =
        RatingsReader.read(folder.resolve("u.data"), ReadOptions.defaults(), ReadListener.NONE)
            .ratings();
    BlendPlan real =
        BlendPlan.of(ratings, MoviesReader.read(folder.resolve("u.item")))
            .withRecipe(ToyMovies.BASELINE)
            .withRange(FeatureRange.RESCALE)
            .withMaxUsers(150);

    BlendResult result = run(real);

    BlendRow served = row(result, BlendEvaluation.SERVED);
    assertThat(result.hits().meanCandidates()).isEqualTo(200);
    assertThat(served.tiedUsers()).isZero();
    assertThat(row(result, BlendEvaluation.RAW).tiedUsers()).isEqualTo(result.hits().measured());
    assertThat(served.ndcg()).isGreaterThan(2 * row(result, BlendEvaluation.RAW).ndcg());
    assertThat(served.ndcg()).isGreaterThan(row(result, "popularity (likes)").ndcg());
    assertThat(row(result, BlendEvaluation.LEARNED).ndcg()).isGreaterThan(served.ndcg());
  }
}
